"""What may be said to those who ask, word for word: never made up on the day, so that nothing can be read from it."""

NEITHER_CONFIRM_NOR_DENY = (
    "We cannot say whether anyone has been in touch with us. We say the same to everybody who asks."
)
NO_SMALL_FIGURES = (
    "We give no figure so small that somebody could be picked out by it. "
    "We hide every such figure for everybody."
)
NOT_BOUND = (
    "Our host is a charity, which the Freedom of Information Act does not reach. What we hold for the council can be "
    "asked of the council, and we pass such a request on."
)
NOT_SUPPLYING = "We shall not be supplying any documents ourselves."
UNTIL_WE_KNOW = (
    "I can tell anybody how we work and what the law says. About anyone in particular I say nothing until I know"
    " who is asking, and we ring back only on a number that somebody gave us themselves. We say the same to everybody."
)
