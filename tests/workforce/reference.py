#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What training a workforce needs, worked out slowly: the reference that
`skillgap needs` is held to. It shares nothing with the program but the data
files; titles of qualifications are not read but looked up in titles.tsv.

    reference.py DIR --to ROLE|next|stated [--today YYYY-MM-DD] [--verdicts]
    reference.py DIR --people-json OUT [--today YYYY-MM-DD]

DIR has staff.csv and, if they are there, qualifications.csv, experience.csv
and map.json; --staff, --qualifications, --experience and --map name them
otherwise. Prints one JSON object; --verdicts adds every line of every person.
--people-json writes a person file for each assessable person (p1.json, ... and
index.json: file to person id), so that `skillgap gap --person` can be asked.

What it means is in design/semantics.md, sections 2 to 6; where a rule below
has a number, it is that section.
"""

import argparse
import calendar
import csv
import datetime
import io
import json
import os
import re
import sys

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
HERE = os.path.dirname(os.path.realpath(__file__))
UNMET, ASK, MET = 0, 1, 2
WORDS = ("unmet", "ask", "met")
SOON_DAYS = 90

# The shipped plugins' numbers, from their READMEs: months of the words of
# experience (None: no amount is printed), and relevant subject areas.
MONTHS = {
    "county": {"proven": 12, "experienced": 12, "significant": 24,
               "extensive": 36},
    "st-albans": {(None, "work-experience"): 12,
                  (None, "customer-support-experience"): 12},
}
RELEVANT = {
    "customer-service-and-administration": {"06.2", "15.1", "15.2", "15.3"},
    "community-support-delivery": {"01.4", "15.2"},
    "technical-professional": {"06.2", "15.1", "15.2", "15.3"},
}


# ---- dates: (year, month, day), 0 where not given ----

def date_of(text):
    """None when it is none; ValueError when it cannot be one."""
    text = re.sub(r"(?<=\d\d)[ T]\d[0-9:.]*$", "", text)
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    if found:
        parts = found.groups()
    else:
        found = re.fullmatch(r"(\d\d?)/(\d\d?)/(\d{4})", text)
        if not found:
            raise ValueError("bad-date")
        parts = found.groups()[::-1]
    year, month, day = (int(part or 0) for part in parts)
    if not 1900 <= year <= 2999 or parts[1] and not 1 <= month <= 12 or (
            parts[2] and not 1 <= day <= calendar.monthrange(year, month)[1]):
        raise ValueError("no-such-date")
    return year, month, day


def first_day(date):
    return datetime.date(date[0], date[1] or 1, date[2] or 1)


def last_day(date):
    month = date[1] or 12
    return datetime.date(date[0], month, date[2] or calendar.monthrange(
        date[0], month)[1])


def written(date):
    return "-".join(("%04d", "%02d", "%02d")[i] % part
                    for i, part in enumerate(date) if part)


def months_later(date, months):
    """As exact as it was; a year alone moves by whole years."""
    year, month, day = date
    if not month:
        return year + -(-months // 12), 0, 0
    year, month = divmod(year * 12 + month - 1 + months, 12)
    month += 1
    return year, month, day and min(day, calendar.monthrange(year, month)[1])


def month_number(date, if_none):
    return date[0] * 12 + (date[1] or if_none) - 1


# ---- the files ----

SYNONYMS = {
    "person_id": "employee_id staff_id employee_number employee_no emp_id "
                 "emp_no emp_number personnel_number personnel_no pers_no "
                 "pers_id staff_number staff_no payroll_id payroll_number "
                 "payroll_no employee_ref employee_reference person_ref",
    "role": "role_id job_ref job_reference job_code job_title post_title "
            "position_title role_title job position",
    "team": "department service division section directorate",
    "grade": "pay_grade band pay_band scale_code scale",
    "role_start": "role_start_date assignment_start assignment_start_date "
                  "post_start post_start_date position_start "
                  "position_start_date start_date",
    "target_role": "target_job target_post target_role_id",
    "title": "qual_title qualification_title qualification "
             "qualification_name qual_name qual training_title",
    "level": "qual_level qualification_level",
    "scale": "qual_scale level_scale",
    "subject": "subject_area qual_subject subject_name",
    "status": "qual_status qualification_status",
    "awarded": "date_awarded awarded_date award_date date_achieved achieved "
               "date_obtained completed date_completed",
    "expires": "date_expires expires_date expiry_date expiry date_of_expiry "
               "valid_to",
    "area": "work_area area_of_work kind_of_work",
    "from": "from_date date_from start_date start assignment_start "
            "assignment_start_date",
    "to": "to_date date_to end_date end assignment_end assignment_end_date",
    "hours_per_week": "hours_pw weekly_hours contracted_hours hours",
}
FILES = {
    "staff": "person_id role team grade role_start target_role",
    "qualifications": "person_id title level scale subject status awarded "
                      "expires",
    "experience": "person_id role area from to hours_per_week",
}
NEEDED = {"staff": ["person_id"], "qualifications": ["person_id", "title"],
          "experience": ["person_id", "from"]}
DATES = ("role_start", "awarded", "expires", "from", "to")
ORDER = {"qualifications": ("awarded", "expires"), "experience": ("from", "to")}
BROKEN = re.compile(r"#(N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|"
                    r"CALC!|#+)")
ROUNDED = re.compile(r"-?\d+(\.\d*)?[eE][+-]\d+")


def plain(name):
    return "".join(c for c in name.lower() if c.isalnum())


def text_of(path):
    with open(path, "rb") as file:
        data = file.read()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    if data[:3] == b"\xef\xbb\xbf":
        data = data[3:]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def rows_of(path):
    text = text_of(path)
    header = text.split("\n", 1)[0]
    separator = max(",;\t", key=header.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def place_columns(name, header, mapped, dropped):
    """Our name to the place: what the map says, our name, then synonyms, the
    best first."""
    names = [plain(cell) for cell in header]
    places = {}
    for column in FILES[name].split():
        wanted = [plain(mapped[column])] if column in mapped else []
        free = [column] + SYNONYMS[column].split()
        wanted += [plain(w) for w in free if plain(w) not in dropped]
        for one in wanted:
            if one in names:
                places[column] = names.index(one)
                break
    return places


def check_row(name, row):
    for column in FILES[name].split():
        value = row.get(column)
        if value is None:
            continue
        if BROKEN.fullmatch(value):
            raise ValueError("spreadsheet-error")
        if column in ("person_id", "role", "target_role") and (
                ROUNDED.fullmatch(value)):
            raise ValueError("spreadsheet-number")
    for column in NEEDED[name]:
        if not row.get(column):
            raise ValueError("missing-cell")
    for column in DATES:
        if column in row:
            row[column] = date_of(row[column])
    hours = row.get("hours_per_week")
    if hours is not None:
        if not re.fullmatch(r"\d{1,3}(\.\d*)?", hours) or float(hours) > 168:
            raise ValueError("bad-number")
        row["hours_per_week"] = float(hours)
    if name in ORDER:
        first, then = (row.get(column) for column in ORDER[name])
        if first and then and last_day(then) < first_day(first):
            raise ValueError("date-order")


def good_rows(name, path, mapped, dropped, rejected, persons):
    """Every usable row as a dict without its empty cells."""
    rows = rows_of(path)
    header = next(row for row in rows if any(cell.strip() for cell in row))
    places = place_columns(name, header, mapped, dropped)
    width = len(header)
    while not plain(header[width - 1]):
        width -= 1
    seen = set()
    for cells in rows:
        row = {}
        for column, place in places.items():
            if place < len(cells) and cells[place].strip(" \t\r\n\xa0"):
                row[column] = cells[place].strip(" \t\r\n\xa0")
        ragged = len(cells) < width or any(
            cell.strip(" \t\r\n\xa0") for cell in cells[width:])
        if not cells or not row and not ragged:
            continue
        try:
            if ragged:
                raise ValueError("ragged-row")
            check_row(name, row)
            if persons is not None and row["person_id"] not in persons:
                raise ValueError("unknown-person")
            if tuple(cells) in seen:
                raise ValueError("repeated-row")
        except ValueError as error:
            key = "%s %s" % (name, error)
            rejected[key] = rejected.get(key, 0) + 1
            continue
        seen.add(tuple(cells))
        yield row


def read_people(files):
    """Person id to {"staff": [...], "qualifications": [...], ...}."""
    mapped, dropped, rejected = {}, set(), {}
    if files["map"]:
        with open(files["map"], encoding="utf-8") as file:
            given = json.load(file)
        mapped = given.get("columns", {})
        dropped = {plain(name) for name in given.get("drop", [])}
    people = {}
    for name in FILES:
        if not files[name]:
            continue
        known = None if name == "staff" else people
        for row in good_rows(name, files[name], mapped, dropped, rejected,
                             known):
            person = people.setdefault(row["person_id"],
                                       {key: [] for key in FILES})
            person[name].append(row)
    return people, rejected


# ---- the frameworks ----

class Facts:
    """Everything that is known about roles, levels, subjects and titles."""

    def __init__(self, data):
        self.roles, self.order, self.by_ref, self.by_title = {}, [], {}, {}
        self.areas = set()
        for name in sorted(os.listdir(os.path.join(data, "frameworks"))):
            if name.endswith(".json"):
                self.add_framework(load(data, "frameworks", name))
        self.levels = {
            scale["id"]: {level: (low, high)
                          for level, low, high in scale["levels"]}
            for scale in load(data, "reference", "levels.json")["scales"]}
        groups = load(data, "reference", "words.json")["experience_order"]
        self.word_rank = {word: rank for rank, group in enumerate(groups)
                          for word in group}
        self.any_time = set(groups[0])
        self.subjects = {}
        for subject in load(data, "reference", "subjects.json")["subjects"]:
            self.subjects[subject["code"]] = subject["code"]
            for words in [subject["title"]] + subject.get("say", []):
                self.subjects[simple(words)] = subject["code"]
        self.named = {}
        for award in load(data, "reference", "qualifications.json")["awards"]:
            for words in award["say"]:
                if "rqf" in award:
                    self.named[simple(words)] = [int(part) if part.isdigit()
                                                 else 0
                                                 for part in award["rqf"]]
        self.titles = read_titles()
        self.guaranteed = {}

    def add_framework(self, framework):
        self.areas |= {area["id"] for area in framework.get("areas", [])}
        for family in framework["families"]:
            for role in family["roles"]:
                role = dict(role, family=family["id"],
                            council=framework["id"],
                            family_areas=set(family.get("areas", [])),
                            orders=framework.get("word_orders", []),
                            touched=touched(role))
                role["lines"] = [(strength, line) for strength in
                                 ("essential", "desirable") for line in
                                 role["specification"].get(strength, [])]
                self.roles[role["id"]] = role
                self.order.append(role["id"])
                if role.get("ref"):
                    self.by_ref.setdefault(role["ref"], []).append(role["id"])
                self.by_title.setdefault(squeezed(role["title"]),
                                         []).append(role["id"])

    def role_of(self, text):
        """The id of the role that is written so, or None."""
        if text is None:
            return None
        if text in self.roles:
            return text
        for found in (self.by_ref.get(text), self.by_title.get(squeezed(text))):
            if found and len(found) == 1:
                return found[0]
        return None

    def above(self, role_id):
        """All roles of the next higher rank in the family."""
        role = self.roles[role_id]
        same = [self.roles[other] for other in self.order
                if self.roles[other]["family"] == role["family"] and
                self.roles[other]["council"] == role["council"] and
                self.roles[other]["rank"] > role["rank"]]
        nearest = min((other["rank"] for other in same), default=None)
        return [other["id"] for other in same if other["rank"] == nearest]


def load(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return json.load(file)


def simple(words):
    return " ".join(words.lower().replace("&", "and").split())


def squeezed(words):
    return "".join(words.lower().replace("\xa0", " ").split())


def touched(role):
    """Criteria that a feature, factor, output or measure of the role touches
    (section 3); what a whole family's statements say is no role's."""
    found = set()
    for cell in role.get("cells", []):
        for item in cell.get("items", []) + cell.get("measures", []):
            found.update(item.get("touches", []))
    for statement in role.get("statements", []):
        for item in statement["items"]:
            found.update(item.get("touches", []))
    return found


def read_titles():
    titles = {}
    with open(os.path.join(HERE, "titles.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file
                if not line.startswith("# ")]
    for row in rows[1:]:
        title = dict(zip(rows[0], row))
        titles[title["title"]] = title
    return titles


# ---- persons ----

def main_post(facts, posts):
    for post in posts:
        if facts.role_of(post.get("role")):
            return post
    return posts[0]


LEVEL_TEXT = re.compile(r"(?:level|lvl|l)?\s*(\d{1,2})", re.IGNORECASE)
STATUS = {"held": "held", "workingtowards": "working-towards"}


def qualification_of(row):
    """An entry of a person file."""
    entry = {"title": row["title"]}
    level = LEVEL_TEXT.fullmatch(row.get("level", ""))
    if level and 1 <= int(level.group(1)) <= 12:
        entry["level"] = int(level.group(1))
    for name in ("scale", "subject"):
        if name in row:
            entry[name] = row[name]
    status = STATUS.get(plain(row.get("status", "")))
    if status:
        entry["status"] = status
    for name in ("awarded", "expires"):
        if name in row:
            entry[name] = written(row[name])
    return entry


def work_of(facts, row):
    entry = {}
    role = facts.role_of(row.get("role"))
    if role:
        entry["role"] = role
    elif "role" in row:
        entry["title"] = row["role"]
    if "area" in row:
        entry["area"] = row["area"]
    for name in ("from", "to"):
        if name in row:
            entry[name] = written(row[name])
    if "hours_per_week" in row:
        entry["hours_per_week"] = row["hours_per_week"]
    return entry


def person_file(facts, person):
    """The person as skillgap-person/1."""
    main = main_post(facts, person["staff"])
    file = {"format": "skillgap-person/1"}
    role = facts.role_of(main.get("role"))
    if role:
        file["current_role"] = role
    if person["qualifications"]:
        file["qualifications"] = [qualification_of(row) for row in
                                  person["qualifications"]]
    work = []
    for post in person["staff"]:
        held = facts.role_of(post.get("role"))
        if "role" in post and (post is not main or "role_start" in post):
            entry = {"role": held} if held else {"title": post["role"]}
            if "role_start" in post:
                entry["from"] = written(post["role_start"])
            work.append(entry)
    work += [work_of(facts, row) for row in person["experience"]]
    if any("from" in entry for entry in work):
        file["experience"] = work
    return file


# ---- qualifications (section 5) ----

class Held:
    """One qualification, as far as the file says."""

    def __init__(self, facts, entry, today):
        title = facts.titles.get(entry["title"])
        if title is None:
            raise SystemExit("titles.tsv has no title %r" % entry["title"])
        self.title = title
        extra = title["extra"].split()
        self.nothing = title["kind"] == "none"
        self.nvq = title["nvq"] == "y"
        self.full = title["full"]
        self.overseas = "overseas" in extra
        self.cms = "cms" in extra
        self.icdl = "icdl" in extra
        self.kind, self.count, self.key = (title[name] for name in
                                           ("kind", "count", "key"))
        self.level = None
        if title["lo"] != "-":
            self.level = int(title["lo"]), int(title["hi"])
        self.old = None     # the number on the NVQ scale
        if title["scale"] == "NVQ" and self.level:
            self.old = {(4, 6): 4, (7, 8): 5}.get(self.level, self.level[0])
        self.apply_columns(facts, entry, title)
        self.subject = None if title["subject"] == "-" else title["subject"]
        if "subject" in entry:
            self.subject = facts.subjects.get(simple(entry["subject"]))
        self.apply_dates(entry, title, extra, today)

    def apply_columns(self, facts, entry, title):
        """Level and scale of the columns go before those of the title."""
        scale = entry.get("scale")
        level = entry.get("level")
        if level is None:
            return
        if scale is None:
            scale = title["scale"]
        found = facts.levels.get(scale, {}).get(level)
        self.level = found
        self.old = level if scale == "NVQ" else None
        # The scale says what the title leaves out: that it is an NVQ.
        if entry.get("scale") in ("NVQ", "SVQ") and title["extra"] == "columns":
            self.nvq = True
            if self.full == "?" and "ertificate" not in title["title"]:
                self.full = "own"

    def apply_dates(self, entry, title, extra, today):
        status = entry.get("status") or {
            "held": "held", "working": "working-towards"}.get(
                title["status"], title["status"])
        expires = date_of(entry["expires"]) if "expires" in entry else None
        for word in extra:      # the title says it; the column goes before
            if word.startswith("expires=") and not expires:
                expires = date_of(word[8:])
        valid = [int(word[6:]) for word in extra if word.startswith("valid=")]
        unknown = bool(valid) and not expires and "awarded" not in entry
        if valid and not expires and "awarded" in entry:
            expires = months_later(date_of(entry["awarded"]), valid[0])
        self.gone = bool(expires and last_day(expires) < today)
        self.working = status == "working-towards"
        if "as" in extra and "awarded" in entry and last_day(
                date_of(entry["awarded"])) < datetime.date(2015, 9, 1):
            self.full = "no"
        self.unsure = status == "doubt" or unknown or bool(
            expires and first_day(expires) < today <= last_day(expires) and
            first_day(expires) != last_day(expires))
        self.expires = expires


def level_verdict(held, wanted, old):
    """`wanted` from the lowest to the highest that the line can mean."""
    if held.overseas or held.level is None:
        return ASK
    if held.level[1] < wanted[0]:
        return UNMET
    if held.level[0] >= wanted[1] or old is not None and held.old == old:
        return MET
    return ASK


def full_verdict(full, wanted):
    if full == "no":
        return UNMET
    if full == "?":
        return ASK
    if full.isdigit():
        return MET if int(full) >= wanted[1] else UNMET
    return MET


def subject_verdict(subject, leaf, family):
    wanted = leaf.get("subject", "any")
    if wanted == "any":
        return MET
    if isinstance(wanted, list):
        good = subject in wanted
    elif wanted in ("relevant", "relevant-vocational"):
        good = subject in RELEVANT.get(family, ())
    else:       # the specialist area is the post's to say
        good = False
    return MET if good else ASK


def one_qualification(facts, held, leaf, family):
    if held.nothing or held.gone or held.working:
        return UNMET
    if "level" not in leaf:
        return named_award(facts, held, leaf)
    wanted = facts.levels[leaf["scale"]][leaf["level"]]
    old = leaf["level"] if leaf["scale"] == "NVQ" else None
    verdict = min(level_verdict(held, wanted, old),
                  ASK if held.overseas else full_verdict(held.full, wanted),
                  subject_verdict(held.subject, leaf, family))
    if not leaf.get("equivalent") and not held.nvq:
        verdict = min(verdict, ASK)
    return min(verdict, ASK) if held.unsure else verdict


def named_award(facts, held, leaf):
    """A named award, "or similar": the award itself meets it; whether another
    one that is high enough is similar, a person says."""
    if held.cms and leaf["name"] == "CMS":
        return ASK if held.unsure else MET
    low = facts.named[simple(leaf["name"])][0]
    if held.level and held.level[1] < low and not held.overseas:
        return UNMET
    return ASK


def added_up(helds, leaf, wanted):
    """GCSEs and A levels on several rows: five good GCSEs are a full level 2,
    two A levels a full level 3. Whether their subjects fit is asked."""
    best = UNMET
    for kind, enough, level in (("gcse", 5, 2), ("a-level", 2, 3)):
        total, keys = 0, set()
        for held in helds:
            if held.kind != kind or held.nothing or held.gone or (
                    held.working) or not held.level or held.level[1] < level:
                continue
            if held.key != "-":     # a subject counts once
                keys.update(held.key.split("+"))
            else:
                total += enough if held.count == "?" else int(held.count)
        if total + len(keys) >= enough and level >= wanted[1]:
            best = ASK
    return best


def qualification_verdict(facts, person, leaf, family):
    helds = person.held
    if helds is None:
        return ASK
    if leaf["op"] == "working-towards":
        # The specialist area is the post's to say, so that whatever could be
        # of it is asked.
        return ASK if any(not (held.nothing or held.gone)
                          for held in helds) else UNMET
    verdict = max((one_qualification(facts, held, leaf, family)
                   for held in helds), default=UNMET)
    if "level" in leaf and verdict == UNMET:
        verdict = added_up(helds, leaf,
                           facts.levels[leaf["scale"]][leaf["level"]])
    return verdict


def licence_verdict(person):
    """The one credential that HR systems list among qualifications: ECDL is
    ICDL."""
    good = [ASK if held.unsure else MET for held in person.held or []
            if held.icdl and not (held.gone or held.working)]
    return max(good, default=ASK)


# ---- experience (section 6) ----

class Work:
    """One interval; `least` and `most`: sets of calendar months that it surely
    and possibly covers, None when since when is not known."""

    def __init__(self, facts, entry, today):
        self.role = facts.roles.get(entry.get("role"))
        self.area = entry.get("area")
        if self.area not in facts.areas:
            self.area = None
        self.open = "to" not in entry
        self.least = self.most = None
        if "from" not in entry:
            return
        now = today.year * 12 + today.month - 1
        start = date_of(entry["from"])
        if first_day(start) > today:    # no experience yet
            self.least = self.most = set()
            return
        end = date_of(entry["to"]) if "to" in entry else None
        first, last = month_number(start, 12), now
        if end:
            last = min(now, month_number(end, 1))
        self.least = set(range(first, last + 1))
        first, last = month_number(start, 1), now
        if end:
            last = min(now, month_number(end, 12))
        self.most = set(range(first, last + 1))


COUNTS, OPEN, TOUCHED, NOT = "counts", "open", "touched", "not"


def kind_of(work, leaf, target, facts):
    """Whether work is of the kind that a leaf asks for."""
    nobody_knows = work.role is None and work.area is None
    if "roles" in leaf:
        for wanted in leaf["roles"]:
            wanted = facts.roles[wanted]
            if work.role and (work.role["id"] == wanted["id"] or
                              work.role["family"] == wanted["family"] and
                              work.role["council"] == wanted["council"] and
                              work.role["rank"] > wanted["rank"]):
                return COUNTS
        if work.role:
            return NOT
        of_them = {area for wanted in leaf["roles"]
                   for area in facts.roles[wanted].get("areas", [])}
        return OPEN if nobody_knows or work.area in of_them else NOT
    if "areas" in leaf:
        wanted = set(leaf["areas"])
    elif leaf.get("relevant"):
        wanted = target["family_areas"]
    else:
        return COUNTS
    areas = set(work.role.get("areas", [])) if work.role else set()
    if work.area in wanted or areas & wanted:
        return COUNTS
    if work.role and leaf["criterion"] in work.role["touched"]:
        return TOUCHED
    return OPEN if nobody_knows else NOT


def months_wanted(leaf, target, facts):
    """0: any time at all; None: nobody says how long."""
    if "months" in leaf:
        return leaf["months"]
    if leaf.get("word") in facts.any_time:
        return 0
    if "equivalent_to" in leaf:
        return None
    told = MONTHS.get(target["council"], {})
    if leaf.get("word"):
        return told.get(leaf["word"])
    return told.get((None, leaf["criterion"]))


def experience_verdict(facts, person, leaf, target):
    wanted = months_wanted(leaf, target, facts)
    least, most, maybe = set(), set(), set()
    counting = unknown = touching = unknown_kind = False
    for work in person.work:
        kind = kind_of(work, leaf, target, facts)
        if kind == NOT or work.most is not None and not work.most:
            continue
        if kind == COUNTS:
            counting = True
            unknown |= work.most is None
            least |= work.least or set()
            most |= work.most or set()
        elif kind == TOUCHED:
            touching = True
        else:
            unknown_kind = True
            unknown |= work.most is None
            maybe |= work.most or set()
    if counting and (wanted == 0 or wanted and len(least) >= wanted):
        return MET
    if counting or touching:
        return ASK
    if unknown_kind and (not wanted or unknown or len(maybe) >= wanted):
        return ASK
    return UNMET if person.has_experience else ASK


# ---- what the current role guarantees (sections 3 and 4) ----

def choices(node):
    """The worlds of one line of the current role: lists of leaves."""
    if "parts" not in node:
        return [[node]]
    parts = [choices(part) for part in node["parts"]]
    if node["op"] == "all":
        worlds = [[]]
        for part in parts:
            worlds = [one + two for one in worlds for two in part]
        return worlds
    if node["op"] == "any":
        return [facts for part in parts for facts in part]
    raise SystemExit("the reference has no 'at-least' of a current role")


def words_cover(source, target, orders):
    """The level words of a skill of the current role are as high or higher."""
    for name in ("degree", "depth"):
        have, want = source.get(name), target.get(name)
        if want is None or have == want:
            continue
        ranks = [order for order in orders if have in order and want in order]
        if not any(order.index(have) >= order.index(want) for order in ranks):
            return False
    return True


def leaf_covers(facts, source, leaf, role, target):
    """A leaf that everybody in the role has meets the target's leaf."""
    if leaf["op"] == "no-formal-qualification":
        return True
    if leaf["op"] != source["op"] or source.get("criterion") != leaf.get(
            "criterion"):
        return False
    if leaf["op"] == "skill":
        return words_cover(source, leaf, target["orders"])
    if leaf["op"] == "training":
        return True
    if leaf["op"] == "credential":
        return source["credential"] == leaf["credential"]
    if leaf["op"] == "qualification":
        if "level" not in leaf or "level" not in source:
            return source.get("name") == leaf.get("name") and (
                "level" in leaf) == ("level" in source)
        have = facts.levels[source["scale"]][source["level"]]
        want = facts.levels[leaf["scale"]][leaf["level"]]
        same = (source["scale"], source["level"]) == (leaf["scale"],
                                                      leaf["level"])
        if not (same or have[0] >= want[1]):
            return False
        if source.get("equivalent") and not leaf.get("equivalent"):
            return False
        return leaf.get("subject", "any") in ("any", source.get("subject"))
    if leaf["op"] == "experience":
        return experience_covers(facts, source, leaf, role, target)
    return False


def experience_covers(facts, source, leaf, role, target):
    if "equivalent_to" in leaf:
        if "equivalent_to" not in source:
            return False
        have, want = (facts.levels[side["equivalent_to"]["scale"]]
                      [side["equivalent_to"]["level"]]
                      for side in (source, leaf))
        return have[0] >= want[1]
    if "equivalent_to" in source:
        return False
    have, want = source.get("word"), leaf.get("word")
    # "Some" is any time at all, so that any experience covers it (section 3).
    ranked = have in facts.word_rank and want in facts.word_rank
    if have != want and want not in facts.any_time and not (
            ranked and facts.word_rank[have] >= facts.word_rank[want]):
        return False
    return kind_covers(facts, source, leaf, role, target)


def kind_covers(facts, source, leaf, role, target):
    if not ("roles" in leaf or "areas" in leaf or leaf.get("relevant")):
        return True     # work of any kind
    if "roles" in source:
        works = [Work(facts, {"role": one}, datetime.date.min)
                 for one in source["roles"]]
    elif "areas" in source:
        works = [Work(facts, {"area": one}, datetime.date.min)
                 for one in source["areas"]]
    elif source.get("relevant"):
        return bool(leaf.get("relevant"))
    else:
        return False
    return all(kind_of(work, leaf, target, facts) == COUNTS for work in works)


def met_by(facts, leaves, node, role, target):
    if "parts" in node:
        parts = [met_by(facts, leaves, part, role, target)
                 for part in node["parts"]]
        least = {"all": len(parts), "any": 1}.get(node["op"], node.get("n"))
        return sum(parts) >= least
    return any(leaf_covers(facts, leaf, node, role, target)
               for leaf in leaves)


def guarantees(facts, role_id, target_id):
    """Ids of the target's lines that the role asks for in every world."""
    key = role_id, target_id
    if key not in facts.guaranteed:
        role, target = facts.roles[role_id], facts.roles[target_id]
        worlds = [[]]
        for strength, line in role["lines"]:
            if strength == "essential":
                worlds = [one + two for one in worlds
                          for two in choices(line["needs"])]
        facts.guaranteed[key] = {
            line["id"] for _, line in target["lines"]
            if all(met_by(facts, leaves, line["needs"], role, target)
                   for leaves in worlds)}
    return facts.guaranteed[key]


# ---- judging ----

class Person:
    def __init__(self, facts, file, today):
        self.role = file["current_role"]
        self.held = None
        if "qualifications" in file:
            self.held = [Held(facts, entry, today)
                         for entry in file["qualifications"]]
        self.has_experience = "experience" in file
        self.work = [Work(facts, entry, today)
                     for entry in file.get("experience", [])]
        # The current role is an open interval of unknown length unless the
        # experience has it.
        if not any(work.open and work.role and work.role["id"] == self.role
                   for work in self.work):
            self.work.append(Work(facts, {"role": self.role}, today))


def node_verdict(facts, person, node, target):
    if "parts" in node:
        parts = sorted((node_verdict(facts, person, part, target)
                        for part in node["parts"]), reverse=True)
        least = {"all": len(parts), "any": 1}.get(node["op"], node.get("n"))
        return parts[least - 1]
    op = node["op"]
    if op in ("qualification", "working-towards"):
        return qualification_verdict(facts, person, node, target["family"])
    if op == "experience":
        return experience_verdict(facts, person, node, target)
    if op == "no-formal-qualification":
        return MET
    if op == "credential" and node["credential"] == "icdl":
        return licence_verdict(person)
    return ASK      # skills, other credentials and training: not in the files


def judge(facts, person, target_id):
    """Line id to verdict, in published order."""
    target = facts.roles[target_id]
    sure = guarantees(facts, person.role, target_id)
    return {line["id"]: MET if line["id"] in sure else
            node_verdict(facts, person, line["needs"], target)
            for _, line in target["lines"]}


def essentials(facts, target_id):
    return [line["id"] for strength, line in facts.roles[target_id]["lines"]
            if strength == "essential"]


def next_target(facts, person):
    """Of several roles of the next rank the one with the fewest essential
    lines unmet, then the fewest asked, then as published."""
    def key(role_id):
        verdicts = judge(facts, person, role_id)
        wanted = [verdicts[line] for line in essentials(facts, role_id)]
        return wanted.count(UNMET), wanted.count(ASK)
    return min(facts.above(person.role), key=key, default=None)


def place(facts, posts, to):
    """A reason not to assess somebody, or None, and the target ("next" stays
    to be chosen)."""
    main = main_post(facts, posts)
    role = facts.role_of(main.get("role"))
    if "role" not in main:
        return "no-role", None
    if role is None:
        return "role-unknown", None
    target = to
    if to == "stated":
        stated = [post["target_role"] for post in posts
                  if "target_role" in post]
        if not stated:
            return "no-target", None
        target = facts.role_of(stated[0])
        if target is None:
            return "target-unknown", None
    if to == "next":
        return (None, "next") if facts.above(role) else ("no-next-role", None)
    return ("in-role", None) if target == role else (None, target)


# ---- adding up ----

def add_to(counts, verdict):
    counts[WORDS[verdict]] = counts.get(WORDS[verdict], 0) + 1


def assess(facts, people, to, today, verdicts_too):
    later = today + datetime.timedelta(days=SOON_DAYS)
    reasons, lines, blocks, eligible = {}, {}, {}, {}
    soon, everybody, assessed = {}, {}, 0
    for person_id in sorted(people):
        posts = people[person_id]["staff"]
        reason, target = place(facts, posts, to)
        if reason:
            reasons[reason] = reasons.get(reason, 0) + 1
            continue
        assessed += 1
        file = person_file(facts, people[person_id])
        person = Person(facts, file, today)
        if target == "next":
            target = next_target(facts, person)
        main = main_post(facts, posts)
        verdicts = judge(facts, person, target)
        then = judge(facts, Person(facts, file, later), target)
        for line, verdict in verdicts.items():
            sums = lines.setdefault((target, line), {
                "all": {}, "by_team": {}, "by_role": {}, "by_grade": {}})
            add_to(sums["all"], verdict)
            for by, name in (("by_team", main.get("team", "")),
                             ("by_role", person.role),
                             ("by_grade", main.get("grade", ""))):
                add_to(sums[by].setdefault(name, {}), verdict)
            if verdict == MET and then[line] != MET:
                soon[target, line] = soon.get((target, line), 0) + 1
        missing = tuple(line for line in essentials(facts, target)
                        if verdicts[line] == UNMET)
        blocks[target, missing] = blocks.get((target, missing), 0) + 1
        eligible.setdefault(target, 0)
        eligible[target] += not missing
        if verdicts_too:
            everybody[person_id] = {
                "target": target, "team": main.get("team"),
                "role": person.role,
                "lines": {line: WORDS[verdict]
                          for line, verdict in verdicts.items()}}
    result = {
        "to": to, "today": str(today), "staff": len(people),
        "assessed": assessed,
        "not_assessed": reasons,
        "lines": [dict({"role": role, "line": line,
                        "strength": strength_of(facts, role, line)},
                       **lines[role, line])
                  for role in facts.order
                  for _, spec in facts.roles[role]["lines"]
                  for line in [spec["id"]] if (role, line) in lines],
        "blocking": [{"role": role, "lines": list(missing), "staff": count}
                     for (role, missing), count in sorted(blocks.items())],
        "eligible": {"all": sum(eligible.values()), "by_target": eligible},
        "running_out": [{"role": role, "line": line, "staff": count}
                        for (role, line), count in sorted(soon.items())],
    }
    if verdicts_too:
        result["people"] = everybody
    return result


def strength_of(facts, role, line):
    return next(strength for strength, spec in facts.roles[role]["lines"]
                if spec["id"] == line)


def write_people(facts, people, folder):
    """One file for each person whose role is known."""
    os.makedirs(folder, exist_ok=True)
    index = {}
    for person_id in sorted(people):
        file = person_file(facts, people[person_id])
        if "current_role" not in file:
            continue
        name = "p%d.json" % (len(index) + 1)
        index[name] = person_id
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            json.dump(file, out, ensure_ascii=False, indent=1)
    with open(os.path.join(folder, "index.json"), "w",
              encoding="utf-8") as out:
        json.dump(index, out, ensure_ascii=False, indent=1)


def files_of(options):
    files = {}
    for name in ("staff", "qualifications", "experience", "map"):
        files[name] = getattr(options, name)
        if not files[name] and options.folder:
            path = os.path.join(options.folder, name + (
                ".json" if name == "map" else ".csv"))
            files[name] = path if os.path.exists(path) else None
    if not files["staff"]:
        raise SystemExit("there is no staff.csv; name it with --staff")
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", nargs="?")
    for name in ("staff", "qualifications", "experience", "map"):
        parser.add_argument("--" + name)
    parser.add_argument("--to", default="stated")
    parser.add_argument("--today", type=datetime.date.fromisoformat,
                        default=datetime.date(2026, 11, 22))
    parser.add_argument("--data", default=os.path.join(TOP, "data"))
    parser.add_argument("--verdicts", action="store_true")
    parser.add_argument("--people-json", metavar="DIR")
    options = parser.parse_args()
    csv.field_size_limit(1 << 24)
    facts = Facts(options.data)
    people, rejected = read_people(files_of(options))
    if options.people_json:
        write_people(facts, people, options.people_json)
        return
    to = options.to
    if to not in ("next", "stated"):
        to = facts.role_of(to)
        if to is None:
            raise SystemExit("there is no role %r" % options.to)
    result = assess(facts, people, to, options.today, options.verdicts)
    result["rejected"] = rejected
    json.dump(result, sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
