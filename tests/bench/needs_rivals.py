# SPDX-License-Identifier: MIT
"""The counts of `skillgap needs --partial` once more, in two other ways.

    needs_rivals.py python|sqlite FOLDER ROLE|stated

Reads what needs_work.py wrote to FOLDER and prints the counts as JSON. `python`
is what somebody would write with csv and dicts, `sqlite` loads the exports into
a database in memory and asks it. Both know only what that work needs: titles
whose worth is known, posts that never overlap, clean rows. What the role that
somebody has guarantees is the same little table for both (`guaranteed`)."""

import csv
import json
import os
import sys

from needs_work import ASK, MET, TITLES, TODAY, UNMET

LEVELS = (2, 3, 4)


# ---- the framework ----

class Framework:
    def __init__(self, folder):
        with open(os.path.join(folder, "frameworks", "bench.json"),
                  encoding="utf-8") as file:
            framework = json.load(file)
        self.place, self.lines, self.essential = {}, {}, {}
        for family in framework["families"]:
            for role in family["roles"]:
                self.place[role["id"]] = family["id"], role["rank"]
                asked = role["specification"]
                self.lines[role["id"]] = [
                    line["needs"].get("parts") or [line["needs"]]
                    for line in asked["essential"] + asked["desirable"]]
                self.essential[role["id"]] = len(asked["essential"])
        self.known = {}

    def counts(self, role, leaf):
        """Time in a role counts for lower ones of its family."""
        family, rank = self.place[role]
        for wanted in leaf["roles"]:
            other, least = self.place[wanted]
            if role == wanted or family == other and rank > least:
                return True
        return False

    def covers(self, have, want):
        if (have["op"], have["criterion"]) != (want["op"], want["criterion"]):
            return False
        if "level" in want:
            return have["level"] >= want["level"]
        if "months" in want:
            return have["months"] >= want["months"] and all(
                self.counts(role, want) for role in have["roles"])
        return True

    def guaranteed(self, role, target):
        """Which lines of the target hold whichever way somebody came into
        their role: some line of it covers the target's in each branch."""
        if (role, target) not in self.known:
            source = self.lines[role][:self.essential[role]]
            self.known[role, target] = [
                any(all(any(self.covers(have, want) for want in wanted)
                        for have in line) for line in source)
                for wanted in self.lines[target]]
        return self.known[role, target]


def month(day):
    return int(day[:4]) * 12 + int(day[5:7])


def add(table, key, size, states):
    row = table.get(key)
    if row is None:
        row = table[key] = [0] * size
    for at, state in enumerate(states):
        row[3 * at + state] += 1


def result(staff, in_role, teams, roles, classes):
    """Each row: target, name, counts; classes: target, lines, people."""
    json.dump({"staff": staff, "in_role": in_role,
               "teams": sorted([*key, row] for key, row in teams.items()),
               "roles": sorted([*key, row] for key, row in roles.items()),
               "classes": sorted([*key, row]
                                 for key, row in classes.items())},
              sys.stdout)


# ---- csv and dicts ----

def columns(folder, name, *wanted):
    """The wanted columns of each row."""
    with open(os.path.join(folder, name + ".csv"), encoding="utf-8",
              newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        at = [header.index(column) for column in wanted]
        for row in reader:
            yield [row[i] for i in at]


def leaf_verdict(framework, leaf, awards, work):
    if leaf["op"] == "skill":
        return ASK
    if leaf["op"] == "experience":
        total = sum(months for role, months in work
                    if framework.counts(role, leaf))
        return MET if total >= leaf["months"] else ASK if total else UNMET
    if not awards:
        return ASK
    at = leaf["level"] - LEVELS[0]
    best = UNMET
    for worth, held in awards:
        if worth[at] > best and (held or leaf["op"] == "working-towards"):
            best = worth[at]
    return best


def with_python(folder, to):
    framework = Framework(folder)
    worth = {title: value for title, _, _, value in TITLES}
    now = month(TODAY)
    awards, work = {}, {}
    for person, title, status in columns(folder, "qualifications", "person_id",
                                         "title", "status"):
        awards.setdefault(person, []).append((worth[title], status == "held"))
    for person, role, begin, end in columns(folder, "experience", "person_id",
                                            "role", "from", "to"):
        work.setdefault(person, []).append(
            (role, month(end) - month(begin) + 1))
    teams, roles, classes = {}, {}, {}
    staff = in_role = 0
    for person, role, team, start, target in columns(
            folder, "staff", "person_id", "role", "team", "role_start",
            "target_role"):
        staff += 1
        target = target if to == "stated" else to
        if role == target:
            in_role += 1
            continue
        posts = work.get(person, []) + [(role, now - month(start) + 1)]
        states = [
            MET if sure else max(leaf_verdict(framework, leaf,
                                              awards.get(person), posts)
                                 for leaf in leaves)
            for sure, leaves in zip(framework.guaranteed(role, target),
                                    framework.lines[target])]
        size = 3 * len(states)
        add(teams, (target, team), size, states)
        add(roles, (target, role), size, states)
        unmet = ",".join(str(i) for i in range(framework.essential[target])
                         if states[i] == UNMET)
        classes[target, unmet] = classes.get((target, unmet), 0) + 1
    result(staff, in_role, teams, roles, classes)


# ---- SQLite ----

SCHEMA = """
create table staff(person text primary key, role text, team text, start text,
                   target text) without rowid;
create table award(person text, title text, status text);
create table work(person text, role text, begin text, end text);
create table worth(title text primary key, l2 int, l3 int, l4 int);
create table leaf(id integer primary key, target text, line int,
                  essential int, op text, level int, months int);
create table counting(role text, leaf int, primary key(role, leaf))
    without rowid;
create table sure(role text, target text, line int,
                  primary key(role, target, line)) without rowid;
"""
# Best of each level, of what is held and of anything at all.
AWARDS = """
create table best(person text primary key, held2 int, held3 int, held4 int,
                  any3 int) without rowid;
insert into best select person,
    max(case when status = 'held' then l2 else 0 end),
    max(case when status = 'held' then l3 else 0 end),
    max(case when status = 'held' then l4 else 0 end), max(l3)
from award join worth using (title) group by person;
"""
WORK = """
create table time(person text, leaf int, months int, primary key(person, leaf))
    without rowid;
insert into time select person, counting.leaf, sum(post.months) from (
    select work.person, work.role, staff.target,
        12 * (substr(end, 1, 4) - substr(begin, 1, 4))
        + substr(end, 6, 2) - substr(begin, 6, 2) + 1 as months
    from work join staff using (person)
    union all
    select person, role, target,
        12 * (substr(:today, 1, 4) - substr(start, 1, 4))
        + substr(:today, 6, 2) - substr(start, 6, 2) + 1
    from staff) as post
join counting using (role)
join leaf on leaf.id = counting.leaf and leaf.target = post.target
group by person, counting.leaf;
"""
VERDICTS = """
create table verdict as select staff.person, staff.role, staff.team,
    staff.target, leaf.line, leaf.essential,
    case when sure.line is not null then 2 else max(case
        when op = 'skill' then 1
        when op = 'experience' then
            case when time.months >= leaf.months then 2
                 when time.months > 0 then 1 else 0 end
        when best.person is null then 1
        when op = 'working-towards' then any3
        when level = 2 then held2
        when level = 3 then held3
        else held4 end) end as state
from staff join leaf using (target)
left join best on best.person = staff.person
left join time on time.person = staff.person and time.leaf = leaf.id
left join sure on sure.role = staff.role and sure.target = staff.target
    and sure.line = leaf.line
where staff.role <> staff.target
group by staff.person, leaf.line;
"""
COUNTS = """
select target, %s, line, sum(state = 0), sum(state = 1), sum(state = 2)
from verdict group by 1, 2, 3 order by 1, 2, 3"""
CLASSES = """
select target, unmet, count(*) from (
    select target, coalesce(group_concat(case when state = 0 and essential
                                         then line end), '') as unmet
    from (select * from verdict order by person, line) group by person)
group by 1, 2"""


def fill_framework(base, framework):
    base.executemany("insert into worth values (?, ?, ?, ?)",
                     ([title, *value] for title, _, _, value in TITLES))
    used = [role for role, in base.execute(
        "select distinct target from staff")]
    leaves = [(target, line, line < framework.essential[target], leaf)
              for target in used
              for line, parts in enumerate(framework.lines[target])
              for leaf in parts]
    base.executemany("insert into leaf values (?, ?, ?, ?, ?, ?, ?)", (
        (number, target, line, essential, leaf["op"], leaf.get("level"),
         leaf.get("months"))
        for number, (target, line, essential, leaf) in enumerate(leaves)))
    # The roles of a family stand together, and few leaves name several.
    families = {}
    for role, (family, _) in framework.place.items():
        families.setdefault(family, []).append(role)
    base.executemany("insert into counting values (?, ?)", (
        (role, number) for number, (_, _, _, leaf) in enumerate(leaves)
        for family in {framework.place[one][0]
                       for one in leaf.get("roles", ())}
        for role in families[family] if framework.counts(role, leaf)))
    pairs = base.execute("select distinct role, target from staff").fetchall()
    base.executemany("insert into sure values (?, ?, ?)", (
        (role, target, line) for role, target in pairs
        for line, sure in enumerate(framework.guaranteed(role, target))
        if sure))


def counted(base, by):
    table = {}
    for target, name, _, *states in base.execute(COUNTS % by):
        table.setdefault((target, name), []).extend(states)
    return table


def with_sqlite(folder, to):
    import sqlite3  # pylint: disable=import-outside-toplevel

    base = sqlite3.connect(":memory:")
    base.executescript(SCHEMA)
    for table, name, wanted in (
            ("staff", "staff", ("person_id", "role", "team", "role_start",
                                "target_role")),
            ("award", "qualifications", ("person_id", "title", "status")),
            ("work", "experience", ("person_id", "role", "from", "to"))):
        base.executemany("insert into %s values (%s)" % (
            table, ", ".join("?" * len(wanted))),
            columns(folder, name, *wanted))
    if to != "stated":
        base.execute("update staff set target = ?", (to,))
    fill_framework(base, Framework(folder))
    base.executescript("analyze;" + AWARDS)
    for part in WORK.split(";\n"):
        base.execute(part, {"today": TODAY} if ":today" in part else {})
    base.executescript("analyze;" + VERDICTS)
    staff, in_role = base.execute(
        "select count(*), sum(role = target) from staff").fetchone()
    result(staff, in_role, counted(base, "team"), counted(base, "role"),
           {(target, unmet): count
            for target, unmet, count in base.execute(CLASSES)})


if __name__ == "__main__":
    {"python": with_python, "sqlite": with_sqlite}[sys.argv[1]](*sys.argv[2:])
