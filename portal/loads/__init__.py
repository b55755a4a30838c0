"""How long pages take, and how many queries they ask, when questionnaires and campaigns grow."""
