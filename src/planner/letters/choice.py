"""Which letters fit, and to whom each goes."""

from planner.domain.interview import Interview, Part, Person
from planner.domain.log import Channel, in_order
from planner.domain.text import folded
from planner.domain.verdict import ActionId
from planner.letters.catalogue import BY_ID, Audience, Letter, LetterId
from planner.letters.slots import call_back_asked

SALES = "sales"


def is_sales(interview: Interview) -> bool:
    """Whether it is a job in sales, by its industry or the name of the role."""
    return folded(interview.industry) == SALES or SALES in folded(interview.role).split()


def agent(interview: Interview) -> Person | None:
    """The agency in between, through which everything goes: the main contact if it is one, else the first."""
    agents = [person for person in interview.people if person.part is Part.AGENCY]
    return next((person for person in agents if person.main), None) or next(iter(agents), None)


def readers(letter: Letter, interview: Interview) -> tuple[Person | None, ...]:
    """For whom the letter is to be written, one each; None stands for somebody whose name is not known."""
    if letter.audience is Audience.EACH_INTERVIEWER:
        return interview.owed_a_note or (None,)
    return (agent(interview) or interview.main_contact,)


def letters_for(action: ActionId, interview: Interview, channel: Channel) -> tuple[Letter, ...]:
    """The letters for an action, the most fitting first; `channel` is the one advised for the thank-you."""
    return tuple(BY_ID[id_] for id_ in _ids(action, interview, channel))


def _ids(action: ActionId, interview: Interview, channel: Channel) -> list[LetterId]:
    match action:
        case ActionId.THANK_YOU:
            return _thank_yous(channel, sales=is_sales(interview))
        case ActionId.FOLLOW_UP:
            return _follow_ups(interview)
        case ActionId.FLEXIBILITY:
            return [LetterId.FLEXIBILITY]
        case ActionId.EXPEDITE:
            return [LetterId.EXPEDITE]


def _thank_yous(channel: Channel, *, sales: bool) -> list[LetterId]:
    emails = [LetterId.SALES_THANK_YOU, LetterId.THANK_YOU_EMAIL] if sales else [LetterId.THANK_YOU_EMAIL]
    card = [LetterId.THANK_YOU_CARD]
    return card + emails if channel is Channel.CARD else emails + card


def _follow_ups(interview: Interview) -> list[LetterId]:
    contact = agent(interview) or interview.main_contact
    email = LetterId.SALES_FOLLOW_UP if is_sales(interview) else LetterId.FOLLOW_UP_EMAIL
    ids = [email, LetterId.CALL_SCRIPT]
    if contact and contact.phone and not contact.email:
        ids.reverse()
    if call_back_asked(in_order(interview.log)):
        # By phone the script says "as you suggested" as well.
        ids.insert(ids.index(email), LetterId.CALL_BACK)
    return ids
