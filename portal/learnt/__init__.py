"""What reviewers' decisions taught on this installation, kept in the database so that every process judges alike."""
