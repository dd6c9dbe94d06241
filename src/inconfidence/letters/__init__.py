"""Typeset letters, forms, labels and sheets; the safe-address check. Pure: words and facts in, a PDF or an answer out."""
