"""What a team does before a visit: one list, ticked on paper and stated to `ssi record` with `--ready`.

Never ticked by the program itself.
"""

from ssi.words import Words


def before_the_visit(words: Words) -> tuple[str, ...]:
    """The pre-visit list, in our words, after the seven guiding principles for work with trafficked people."""
    return (
        words("Do no harm comes first: we leave out, stop or change whatever could hurt, shame or endanger somebody."),
        words("The shelter has agreed to this visit, knows what is looked at, and who will see the result."),
        words("We come and go without showing anybody where the shelter is. No photographs, no posts, no uniforms."),
        words("Residents are asked, in private and by somebody trained. Who says no, or stops, loses nothing."),
        words("No name, story or case file leaves the house. We look at files only as the criterion says."),
        words("The interpreter was chosen with care, is no resident and no acquaintance, and has promised silence."),
        words("Conflicts are declared: nobody scores a shelter where they, a relative or a close friend work."),
        words("The list of referrals and the emergency contact are in our hands, and both were tried out today."),
        words("The stop rule was read aloud: where somebody is in danger we stop, get help and follow the protocol."),
        words(
            "We know whom to tell at once of a stop criterion at its worst level, and that help comes before scores."
        ),
    )
