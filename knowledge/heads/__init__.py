"""Linear heads: small models trained in seconds from marked spans, one a statement and one for statements never seen."""
