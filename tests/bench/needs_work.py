# SPDX-License-Identifier: MIT
"""The invented work of needs_bench.py: a framework, and HR exports of people.

    needs_work.py FOLDER PEOPLE ROLES

Writes frameworks/bench.json, staff.csv, qualifications.csv and experience.csv
to FOLDER, sorted by person, and the two halves of the exports to FOLDER/first
and FOLDER/second. The same bytes for the same arguments. Nobody in them
exists.

Every role has eight lines (`specification`); qualifications bear one of a few
titles whose worth is known (TITLES), and no two posts of a person overlap, so
that a short script can tell what is met."""

import json
import os
import random
import sys

TODAY = "2026-11-22"
RANKS = 6
COUNCIL = "bench"
UNMET, ASK, MET = 0, 1, 2
# A title, its level as an HR system notes it, and what holding it says of a
# line that asks for NVQ 2, 3 and 4. The old NVQ 4 was worth 4 to 6: whether a
# level 4 diploma is as much, a person says.
TITLES = [
    ("NVQ Level 1 Business Administration", 1, "NVQ", (UNMET, UNMET, UNMET)),
    ("NVQ Level 2", 2, "NVQ", (MET, UNMET, UNMET)),
    ("NVQ Level 2 Business Administration", 2, "NVQ", (MET, UNMET, UNMET)),
    ("NVQ Level 2 Customer Service", 2, "NVQ", (MET, UNMET, UNMET)),
    ("NVQ Level 3", 3, "NVQ", (MET, MET, UNMET)),
    ("NVQ Level 3 Business Administration", 3, "NVQ", (MET, MET, UNMET)),
    ("NVQ Level 3 Customer Service", 3, "NVQ", (MET, MET, UNMET)),
    ("Level 4 NVQ Diploma in Business Administration", 4, "RQF",
     (MET, MET, ASK)),
    ("NVQ Level 4 Business Administration", 4, "NVQ", (MET, MET, MET)),
]
SKILLS = ["literacy-numeracy", "it-keyboard", "data-protection",
          "health-safety", "equality-diversity"]
TEAMS = ["Team %02d %s" % (number, words) for number, words in enumerate(
    ["Customer Contact", "Revenues and Benefits", "Adult Care Support",
     "Education Admissions", "Highways Support", "Libraries", "HR Services",
     "Planning Support", "Finance Operations", "Legal Support"] * 4)]


# ---- the framework ----

def role_id(number):
    return "%s/role-%04d" % (COUNCIL, number)


def qualification(criterion, level, op="qualification"):
    return {"op": op, "label": "NVQ Level %d" % level, "criterion": criterion,
            "scale": "NVQ", "level": level, "subject": "any"}


def experience(criterion, roles, months):
    return {"op": "experience", "label": "%d months in a post like that" %
            months, "criterion": criterion, "months": months,
            "roles": [role_id(number) for number in sorted(set(roles))]}


def skill(criterion):
    return {"op": "skill", "label": criterion.replace("-", " "),
            "criterion": criterion}


def specification(number, count):
    """What role `number` of `count` asks for: seven essential lines and a
    desirable one."""
    family, rank = divmod(number, RANKS)
    rank += 1
    other = (family + 1) * RANKS
    other = other if other < count else 0
    below = [number - 1, number - min(2, rank - 1)] if rank > 1 else [other]
    essential = [
        qualification("vocational-qualification", 2 + (rank - 1) // 2),
        {"op": "any", "printed": "or", "parts": [
            qualification("vocational-qualification", 3),
            experience("work-experience", below, 12 * (1 + rank % 3))]},
        experience("customer-support-experience",
                   [other, number - min(2, rank - 1)], 6 * rank)
        if rank > 1 else skill("guiding-colleagues"),
        {"op": "any", "printed": "or", "parts": [
            qualification("management-qualification", 4),
            qualification("management-qualification", 3, "working-towards")]}
        if rank > 3 else skill("tact-diplomacy"),
    ] + [skill(SKILLS[(family + rank + i) % len(SKILLS)]) for i in range(3)]
    return essential, [qualification("specialist-qualification", 4)]


def role(number, count):
    lines = [{"id": "r%04d-%d" % (number, i), "items": [str(i + 1)],
              "needs": needs}
             for i, needs in enumerate(sum(specification(number, count), []))]
    rank = number % RANKS + 1
    return {"id": role_id(number), "title": "Post number %04d" % number,
            "level": str(rank), "rank": rank, "specification": {
                "section": "person", "essential": lines[:-1],
                "desirable": lines[-1:]}}


def framework(count):
    roles = [role(number, count) for number in range(count)]
    return {
        "format": "skillgap-framework/1", "id": COUNCIL, "version": "1",
        "as_of": TODAY, "council": {"name": "Nobody's council",
                                    "named": False},
        "documents": [{"id": "invented", "title": "An invented document"}],
        "sections": [{"id": "person", "title": "Person",
                      "kind": "specification"}],
        "families": [{"id": "family-%03d" % (first // RANKS),
                      "title": "Family %d" % (first // RANKS),
                      "document": "invented",
                      "roles": roles[first:first + RANKS]}
                     for first in range(0, count, RANKS)]}


# ---- people ----

STAFF = ("person_id,payroll_number,title,first_name,surname,email,role,team,"
         "grade,cost_centre,location,contract,hours,role_start,target_role,"
         "manager,continuous_service\n")
AWARDS = ("person_id,title,level,scale,status,awarded,awarding_body,"
          "recorded_by\n")
WORK = "person_id,role,from,to,hours_per_week,reason_for_leaving\n"


def day(month):
    return "%04d-%02d-%02d" % (month // 12, month % 12 + 1, month % 28 + 1)


def near_first(chance, count):
    """Half of the people are in the first two families."""
    few = min(count, 2 * RANKS)
    return int(chance() * (few if chance() < 0.5 else count))


def awards(chance, person):
    for _ in range(int(chance() * 5)):
        title, level, scale, _ = TITLES[int(chance() * len(TITLES))]
        yield "%s,%s,%d,%s,%s,%s,City and Guilds,HR Services\n" % (
            person, title, level, scale, "held" if chance() < 0.9 else
            "working-towards", day(24000 + int(chance() * 300)))


def work(chance, person, count, before):
    """Posts, the latest first; each ends before the next one begins."""
    for _ in range(1 + int(chance() * 4)):
        last = before - 1 - int(chance() * 6)
        before = last - int(chance() * 40)
        yield "%s,%s,%s,%s,37,Left for a post elsewhere\n" % (
            person, role_id(near_first(chance, count)), day(before), day(last))


def people(count, roles):
    """The rows of the three files, for each person."""
    chance = random.Random(1).random
    for number in range(count):
        person = "E%07d" % number
        held, wanted = near_first(chance, roles), near_first(chance, roles)
        start = 2026 * 12 + 10 - int(chance() * 60)
        staff = ("%s,P%08d,Ms,Forename%03d,Surname%05d,"
                 "surname%05d.f@council.example,%s,%s,Grade %d,CC%06d,"
                 "County Hall East,Permanent,37.0,%s,%s,E%07d,%s\n" % (
                     person, number * 7919 % 100000000, number % 1000,
                     number % 100000, number % 100000, role_id(held),
                     TEAMS[int(chance() * len(TEAMS))], 3 + held % RANKS,
                     number % 977, day(start), role_id(wanted), number // 12,
                     day(start - 60)))
        yield (staff, "".join(awards(chance, person)),
               "".join(work(chance, person, roles, start)))


def write(folder, count, roles):
    os.makedirs(os.path.join(folder, "frameworks"), exist_ok=True)
    with open(os.path.join(folder, "frameworks", "bench.json"), "w",
              encoding="utf-8") as file:
        json.dump(framework(roles), file)
    halves = [os.path.join(folder, "first"), os.path.join(folder, "second")]
    groups = []
    for place in [folder] + halves:
        os.makedirs(place, exist_ok=True)
        group = []
        for name, header in (("staff", STAFF), ("qualifications", AWARDS),
                             ("experience", WORK)):
            # pylint: disable-next=consider-using-with
            group.append(open(os.path.join(place, name + ".csv"), "w",
                              encoding="utf-8"))
            group[-1].write(header)
        groups.append(group)
    for number, rows in enumerate(people(count, roles)):
        half = groups[1 + (number >= count // 2)]
        for whole, part, text in zip(groups[0], half, rows):
            whole.write(text)
            part.write(text)
    for group in groups:
        for file in group:
            file.close()


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
