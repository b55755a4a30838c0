"""Assessment results and plans of action going out in OSCAL."""
