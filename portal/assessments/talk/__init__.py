"""Talk: a thread at each question between the vendor's contacts and the reviewers, and the mail that says so."""
