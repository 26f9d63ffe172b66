"""The colours of the program. Each state has a sign and a word as well; colour is never alone."""

from textual.theme import Theme

# Grey must look grey and stay legible: at least 4.5:1 against the background, the rule of the accessibility guidelines
# for text, though 3:1 would do for what can't be used.
DARK = Theme(
    name="planner-dark",
    dark=True,
    primary="#7aa2f7",
    secondary="#7aa2f7",
    accent="#7aa2f7",
    foreground="#c8cede",
    background="#14161d",
    surface="#14161d",
    panel="#1d212c",
    success="#9bd174",
    warning="#e5a95c",
    error="#f28b82",
    variables={"grey": "#868d9e", "strong": "#ffffff", "rule": "#3a4152"},
)

TONES = ("text", "strong", "grey", "head", "urgent", "open", "ahead", "rule", "key", "cursor", "field")
"""What a span of text is, as the names of its styles in `app.tcss`."""
