"""Colleagues: whom a vendor's contact asks to answer a part of one questionnaire, and what they may see and change."""
