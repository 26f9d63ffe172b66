"""What the facts of an interview are called on the screen."""

# In the order they stand on the screen: those an interview needs, then the rest.
LABELS = {
    "company": "Company",
    "role": "Role",
    "starts_at": "When",
    "time_zone": "Time zone",
    "round": "Round",
    "minutes": "Minutes",
    "industry": "Industry",
    "mode": "Mode",
    "location": "Location or link",
    "no_postal_address": "No postal address",
    "interviewers": "Interviewers",
    "contacts": "Other contacts",
    "flexibility.start_date": "Room on start date",
    "flexibility.salary": "Room on salary",
    "own_offer_deadline": "My other offer ends",
    "notes": "Notes",
    "tags": "Tags",
}
