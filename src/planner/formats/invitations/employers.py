"""The company behind a mail address."""

# Hosts whose addresses say nothing of an employer: mailboxes for everybody, calendars, and systems that companies
# send their invitations through.
_HOSTS = (
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com icloud.com "
    "me.com mac.com aol.com gmx.com gmx.net gmx.de gmx.at gmx.ch web.de freenet.de t-online.de posteo.de mailbox.org "
    "proton.me protonmail.com pm.me fastmail.com hey.com zoho.com mail.com yandex.com yandex.ru mail.ru qq.com 163.com "
    "126.com orange.fr free.fr laposte.net libero.it "
    "calendar.google.com calendly.com cal.com doodle.com cronofy.com zoom.us "
    "greenhouse.io greenhouse-mail.io lever.co goodtime.io modernloop.io ashbyhq.com workable.com workablemail.com "
    "smartrecruiters.com icims.com taleo.net myworkday.com myworkdayjobs.com successfactors.com successfactors.eu "
    "bamboohr.com jobvite.com jobvite-inc.com teamtailor.com teamtailor-mail.com personio.com personio.de recruitee.com "
    "breezy.hr breezy-mail.com jazzhr.com applytojob.com hirevue.com prelude.co eightfold.ai avature.net ripplematch.com "
    "softgarden.io rexx-systems.com join.com indeed.com linkedin.com"
)
_FOR_EVERYBODY = frozenset(_HOSTS.split())
_MAILBOX_BRANDS = frozenset({"gmx", "hotmail", "live", "outlook", "yahoo"})  # under many countries' ends
_SECOND_LEVELS = frozenset({"ac", "co", "com", "edu", "gov", "gouv", "net", "or", "org"})
_COUNTRY = 2  # letters
_INITIALS = 3  # a name of so few letters is written in capitals


def company_label(email: str) -> str:
    """The part of a mail address that names its company ("northwind" in ann@mail.northwind.co.uk); "" if none does."""
    host = email.partition("@")[2].casefold().strip(".")
    parts = host.split(".")
    if any(".".join(parts[start:]) in _FOR_EVERYBODY for start in range(len(parts))):
        return ""
    ends = 2 if len(parts) > 2 and len(parts[-1]) == _COUNTRY and parts[-2] in _SECOND_LEVELS else 1  # noqa: PLR2004
    label = parts[-1 - ends] if len(parts) > ends else ""
    return "" if label in _MAILBOX_BRANDS else label


def company_name(label: str) -> str:
    """A company's name made from that part of its address: "Northwind", "Blue Yonder" for blue-yonder, "IBM"."""
    if len(label) <= _INITIALS:
        return label.upper()
    return " ".join(word.capitalize() for word in label.replace("_", "-").split("-") if word)
