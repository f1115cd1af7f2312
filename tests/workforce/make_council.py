#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""An invented council as its HR systems would export it.

    make_council.py [--people N] [--seed S] --out DIR [--dirt] [--disputed]
                    [--today YYYY-MM-DD]

Writes staff.csv, qualifications.csv, experience.csv and map.json to DIR: the
same bytes for the same arguments. Nobody in them exists.

--dirt      also rows that are to be rejected, other encodings and separators,
            cells that look like formulas, duplicates, blank rows
--disputed  also what people may differ on: titles with mix "n" in titles.tsv;
            on those reference.py and the program need not agree
--today     the day on which the files were exported, 2026-11-22 unless given

Titles of qualifications come from titles.tsv, so that what each of them means
is known. Costs little memory however many people there are.
"""

import argparse
import csv
import datetime
import json
import os
import random

HERE = os.path.dirname(os.path.realpath(__file__))

ROLES = [   # id, job reference, title, grades, how many of a hundred
    ("county/admin-assistant-1", "1386", "Administrative Assistant 1",
     ("", "Grade 3"), 20),
    ("county/admin-assistant-2", "1387", "Administrative Assistant 2",
     ("", "Grade 4"), 22),
    ("county/administrator-1", "1366", "Administrator 1", ("Grade 5",), 15),
    ("county/administrator-2", "1367", "Administrator 2",
     ("Grade 6", "Grade 5"), 10),
    ("county/senior-administrator", "1372", "Senior Administrator",
     ("Grade 7",), 6),
    ("county/office-manager", "1385", "Office Manager / Team Leader",
     ("Grade 8",), 4),
    ("st-albans/community-support-2", None,
     "Community Support & Delivery Level 2", ("Grade 4",), 9),
    ("st-albans/technical-professional-a", None,
     "Technical and Professional Services Level A", ("Grade 2",), 6),
]
UNKNOWN_ROLES = ["Social Worker", "Highways Operative", "Planning Officer",
                 "Refuse Loader", "Teaching Assistant", "Administrator",
                 "9999", "Librarian (Saturdays)", "County/Administrator-1x"]
UNKNOWN_TARGETS = ["Head of Service", "Social Worker", "Team Manager", "any"]
OLD_JOBS = ["Receptionist", "Shop assistant", "Clerk", "School secretary",
            "Sales Adviser", "Care assistant", "Civil servant (AO)"]
AREAS = ["administration", "customer-service", "supervision",
         "guiding-colleagues", "technical", "highways", "retail"]
TEAMS = [("Customer Contact Centre", 300), ("Revenues & Benefits", 250),
         ("Adult Care Support", 200), ("Children's Services Support", 180),
         ("Education Admissions", 150), ("Highways Support", 130),
         ("Libraries", 120), ("HR Services", 100), ("Planning Support", 90),
         ("Finance Operations", 80), ("Legal Support", 70),
         ("Registrars, Births and Deaths", 60), ("Housing Options", 50),
         ("Waste & Street Scene", 45), ("Property", 40),
         ("Democratic Services", 30), ("Trading Standards", 25),
         ("Parks", 20), ("Museums", 15), ("Archives", 12), ("Coroner", 9),
         ("Emergency Planning", 7), ("Youth Justice", 5), ("Lord-Lieutenant",
                                                           3),
         ("Chief Executive's Office", 2)]
BLOCK = 2000    # so many people have the teams above, the next ones their own

SUBJECT_WORDS = ["15.2", "15.3", "01.3", "06.2", "Business Administration",
                 "Customer Service", "Health and Social Care", "Management",
                 "Accounting", "ICT", "Public Services"]

STAFF_HEADER = ["Employee No", "Surname", "Forename", "NI Number",
                "NHS Number", "Home Address", "Post", "Team Name",
                "Directorate", "Pay Grade", "Annual Salary", "Post From",
                "Continuous Service Date", "FTE", "Aspires To"]
AWARD_HEADER = ["Employee No", "Award Held", "Qualification Level",
                "Level Scale", "Subject Area", "Qual Status",
                "Date Obtained", "Valid To", "Certificate Location"]
WORK_HEADER = ["Employee No", "Employer", "Job Title", "Kind of Work",
               "Start Date", "End Date", "Weekly Hours", "Reason for Leaving"]
MAP = {
    "format": "skillgap-staff-map/1",
    "columns": {"person_id": "Employee No", "role": "Post",
                "team": "Team Name", "role_start": "Post From",
                "target_role": "Aspires To", "title": "Award Held",
                "awarded": "Date Obtained"},
    "drop": ["Surname", "Forename", "NI Number", "NHS Number",
             "Home Address", "Annual Salary", "Directorate",
             "Certificate Location", "Employer", "Reason for Leaving"],
}
SURNAMES = ["Example", "Sample", "Nobody", "Invented", "O'Specimen", "Müster",
            "Fictive"]
FORENAMES = ["Ada", "Bo", "Cleo", "Dai", "Eve", "Finn", "Zoë"]


def read_titles(disputed):
    titles = {}
    with open(os.path.join(HERE, "titles.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file
                if not line.startswith("# ")]
    for row in rows[1:]:
        title = dict(zip(rows[0], row))
        if title["mix"] == "y" or disputed:
            titles[title["title"]] = title
    return titles


class Council:
    def __init__(self, options):
        self.random = random.Random(options.seed)
        self.today = options.today
        self.people = options.people
        self.dirt = options.dirt
        self.disputed = options.disputed
        self.weights = [role[4] for role in ROLES]
        self.sort_titles(read_titles(options.disputed))
        self.slots = []

    def sort_titles(self, titles):
        self.titles = titles
        groups = {}
        for name, title in titles.items():
            groups.setdefault(self.group_of(title), []).append(name)
        self.groups = groups

    @staticmethod
    def group_of(title):
        if title["extra"] == "columns":
            return "columns"
        if title["mix"] == "n":
            return "disputed"
        if title["kind"] == "gcse" and title["key"] != "-":
            return "pass"
        if title["kind"] in ("gcse", "a-level", "none"):
            return title["kind"]
        if "valid" in title["extra"] or "first aid" in title["title"]:
            return "first-aid"
        if "overseas" in title["extra"]:
            return "overseas"
        if title["nvq"] == "y" and title["status"] == "held":
            return "nvq"
        if title["lo"] == "-":
            return "unclear"
        if title["status"] != "held":
            return "begun"
        return "degree" if int(title["lo"]) >= 4 else "other"

    # ---- small things ----

    def chance(self, per_cent):
        return self.random.random() * 100 < per_cent

    def pick(self, options):
        return options[int(self.random.random() * len(options))]

    def day(self, earliest, latest):
        """A day so many days from today."""
        return self.today + datetime.timedelta(
            days=earliest + int(self.random.random() * (latest - earliest)))

    def write_day(self, day):
        if self.chance(75):
            return "%02d/%02d/%04d" % (day.day, day.month, day.year)
        return day.isoformat()

    def write_old_day(self, day):
        """Of what is long ago, often only the month or the year is known."""
        if self.chance(12):
            return "%04d" % day.year
        if self.chance(10):
            return "%04d-%02d" % (day.year, day.month)
        return self.write_day(day)

    # ---- the person's rows ----

    def write_role(self, role):
        role_id, ref, title = role[:3]
        way = self.random.random()
        if way < 0.35:
            return role_id
        if way < 0.6 and ref:
            return ref
        return self.pick([title, title, title.upper(), title.lower(),
                          "  ".join(title.split(" ", 1)), title + " "])

    def role(self):
        """Somebody's role, None when it is none of the frameworks'."""
        if self.chance(8):
            return None
        return self.random.choices(ROLES, self.weights)[0]

    def team(self, number):
        if number % BLOCK == 0:
            self.slots = [name for name, size in TEAMS for _ in range(size)]
            self.slots += [""] * (BLOCK - len(self.slots))
            self.random.shuffle(self.slots)
            block = number // BLOCK % 40
            if block:
                self.slots = [name and "%s (area %d)" % (name, block)
                              for name in self.slots]
        team = self.slots[number % BLOCK]
        if self.dirt and self.chance(1):
            team = self.pick(["=SUM(A1:A9)", "+44 Team", "-", "@Libraries",
                              "=HYPERLINK(\"http://example.invalid\")",
                              "Team\nof two lines", "Team, with comma"])
        return "" if self.chance(3) else team

    def post(self, person, number, role, team):
        if self.chance(2):
            day = self.day(1, 200)      # who has not begun yet
        else:
            day = self.day(-int(30 + 7000 * self.random.random() ** 2), -1)
        start = self.write_day(day) if self.chance(85) else ""
        if role is None:
            written = "" if self.chance(15) else self.pick(UNKNOWN_ROLES)
            grade = "Grade 5"
        else:
            written, grade = self.write_role(role), self.pick(role[3])
        return [person, self.pick(SURNAMES), self.pick(FORENAMES),
                "QQ %06d C" % (number % 1000000), "000 000 %04d" %
                (number % 10000), "%d Example Street" % (number % 90 + 1),
                written, team, "Resources", grade,
                "%d" % (21000 + 400 * int(self.random.random() * 40)), start,
                self.write_day(self.day(-9000, -30)),
                self.pick(["1", "1", "0.5", "0.6"]), self.target(role)]

    def target(self, role):
        if not self.chance(33):
            return ""
        if self.chance(7):
            return self.pick(UNKNOWN_TARGETS)
        if role is None or self.chance(15):
            return self.write_role(self.pick(ROLES))
        if self.chance(6):
            return self.write_role(role)
        place = ROLES.index(role)
        return self.write_role(ROLES[min(place + 1, len(ROLES) - 1)])

    def award(self, person, name):
        title = self.titles[name]
        level = scale = subject = status = expires = awarded = ""
        if title["extra"] == "columns":
            level, scale = self.level_of(name, title)
        elif title["lo"] == title["hi"] != "-" and title["scale"] in (
                "NVQ", "RQF") and self.chance(25):
            level, scale = title["lo"], title["scale"]
            if self.chance(20):
                level = self.pick(["Level ", "L"]) + level
        if title["subject"] == "-" and title["kind"] == "q" and (
                self.chance(12)):
            subject = self.pick(SUBJECT_WORDS)
        if title["kind"] == "q" and title["status"] == "held":
            status = self.pick(["", "", "held", "Held", "working-towards"
                                if self.chance(25) else "held"])
        working = status == "working-towards" or title["status"] != "held"
        if not working and self.chance(60):
            awarded = self.write_old_day(self.day(-9000, -420))
        if "valid=36" in title["extra"] and self.chance(70):
            awarded = self.write_day(self.day(-1500, -10))
        if "valid=36" in title["extra"] and self.chance(40) or (
                not working and title["kind"] == "q" and self.chance(10)):
            span = self.pick([(-400, 0), (0, 95), (0, 95), (90, 900)])
            expires = self.write_day(self.day(*span))
            awarded = awarded and self.write_day(self.day(-1500, -420))
        return [person, name, level, scale, subject, status, awarded,
                expires, ""]

    def level_of(self, name, title):
        if title["scale"] == "NVQ":
            return self.pick(["2", "3", "2", "3", "4", "1"]), "NVQ"
        if title["scale"] == "SVQ":
            return self.pick(["2", "3"]), "SVQ"
        if title["full"] == "?" or self.chance(30):
            return self.pick("234"), self.pick(["NVQ", "NVQ", "RQF", "SVQ"])
        scale, levels = self.pick([("RQF", "2345"), ("RQF", "23"),
                                   ("SCQF", "5678"), ("CQFW", "23")])
        return self.pick(levels), scale

    def awards(self, person):
        """The rows of what somebody has; none for one in five."""
        if self.chance(20):
            return
        groups, names = self.groups, []
        if self.chance(6):
            names = [self.pick(groups["none"])]
        else:
            if self.chance(20):
                names += self.passes()
            for group, per_cent in (
                    ("gcse", 25), ("a-level", 15), ("nvq", 35),
                    ("columns", 15), ("degree", 15), ("other", 25),
                    ("first-aid", 12), ("unclear", 12), ("begun", 4),
                    ("overseas", 3), ("none", 5), ("disputed", 10)):
                if group in groups and self.chance(per_cent):
                    names.append(self.pick(groups[group]))
            if self.chance(8):
                names.append(self.pick(groups["a-level"]))
        for name in dict.fromkeys(names):
            yield self.award(person, name)

    def passes(self):
        """GCSEs one by one, some of them of one subject."""
        return self.random.sample(self.groups["pass"],
                                  1 + int(self.random.random() * 8))

    def work(self, person):
        if self.chance(50):
            return
        for _ in range(1 + int(self.random.random() * 3)):
            start = self.day(-12000, -500)
            end = min(start + datetime.timedelta(
                days=40 + int(self.random.random() ** 2 * 3000)),
                self.today - datetime.timedelta(days=40))
            role = area = ""
            way = self.random.random()
            if way < 0.4:
                role = self.write_role(self.pick(ROLES))
            elif way < 0.65:
                area = self.pick(AREAS)
            elif way < 0.75:
                role, area = self.pick(OLD_JOBS), self.pick(AREAS)
            else:
                role = self.pick(OLD_JOBS)
            if self.chance(6) and end.year > start.year + 1:
                dates = "%d" % start.year, "%d" % end.year
            elif self.chance(10):
                dates = start.isoformat()[:7], end.isoformat()[:7]
            else:
                dates = self.write_day(start), self.write_day(end)
            yield [person, "Elsewhere Ltd", role, area, dates[0],
                   "" if self.chance(4) else dates[1],
                   self.pick(["37", "18.5", "20", "", "37.0"]), "Moved"]

    def person(self, number):
        """The rows of all three files."""
        person = "E%07d" % (number * 7 % 10000000)
        role = self.role()
        team = self.team(number)
        posts = [self.post(person, number, role, team)]
        if self.chance(8):
            other = self.role()
            posts.append(self.post(person, number, other, team
                                   if self.chance(50) else "Libraries"))
        return posts, list(self.awards(person)), list(self.work(person))


# ---- dirt ----

class Dirt:
    """Rows that HR systems and spreadsheets leave behind."""

    def __init__(self, council):
        self.council = council

    def staff(self, rows):
        council = self.council
        kind = int(council.random.random() * 200)
        row = list(rows[0])
        if kind == 0:
            row[11] = "31/02/2020"
        elif kind == 1:
            row[0] = ""
        elif kind == 2:
            row = row[:-3]
        elif kind == 3:
            row += ["one", "too many"]
        elif kind == 4:
            row[6] = "#N/A"
        elif kind == 5:
            row[6] = "1.39E+03"
        elif kind == 6:
            row[11] = "spring 2020"
        elif kind == 7:
            return rows + [row]
        elif kind == 8:
            return rows + [[""] * len(row)]
        elif kind == 9:
            return rows + [[]]
        elif kind == 10:
            row[7] += "\u2013 \u00a0night shift"
            return [row] + rows[1:]
        else:
            return rows
        return rows + [row]

    def awards(self, rows):
        council = self.council
        kind = int(council.random.random() * 120)
        if not rows or kind > 8:
            return rows
        row = list(rows[0])
        if kind == 0:
            row[6] = "30/02/2019"
        elif kind == 1:
            row[1] = ""
        elif kind == 2:
            row[0] = "E9999999"
        elif kind == 3:
            row[6], row[7] = "2020-05-01", "2019-05-01"
        elif kind == 4:
            row = row[:4]
        elif kind == 5:
            row[0] = ""
        elif kind == 6:
            row[8] = "Drawer 3\r\nbehind the \"blue\" file; see Zo\u00eb"
            return [row] + rows[1:]
        elif kind == 7:
            row[7] = "13/13/2027"
        return rows + [row]

    def work(self, rows):
        kind = int(self.council.random.random() * 120)
        if not rows or kind > 5:
            return rows
        row = list(rows[0])
        if kind == 0:
            row[4] = ""
        elif kind == 1:
            row[4], row[5] = "2019-05-01", "2018-05-01"
        elif kind == 2:
            row[6] = "full time"
        elif kind == 3:
            row[6] = "1950"
        elif kind == 4:
            row[5] = "2019-00-01"
        return rows + [row]


FORMATS = {     # encoding, separator, line end
    False: [("utf-8", ",", "\r\n"), ("utf-8", ",", "\r\n"),
            ("utf-8", ",", "\n")],
    True: [("utf-8-sig", ",", "\r\n"), ("cp1252", ";", "\r\n"),
           ("utf-16", ",", "\r\n")],
}


def write(options):
    os.makedirs(options.out, exist_ok=True)
    council = Council(options)
    dirt = Dirt(council) if options.dirt else None
    files, writers = [], []
    for name, header, (encoding, separator, end) in zip(
            ("staff", "qualifications", "experience"),
            (STAFF_HEADER, AWARD_HEADER, WORK_HEADER), FORMATS[options.dirt]):
        files.append(open(os.path.join(options.out, name + ".csv"), "w",
                          encoding=encoding, newline=""))
        writers.append(csv.writer(files[-1], delimiter=separator,
                                  lineterminator=end))
        writers[-1].writerow(header)
    for number in range(options.people):
        posts, awards, work = council.person(number)
        if dirt:
            posts = dirt.staff(posts)
            awards = dirt.awards(awards)
            work = dirt.work(work)
        writers[0].writerows(posts)
        writers[1].writerows(awards)
        writers[2].writerows(work)
    for file in files:
        file.close()
    with open(os.path.join(options.out, "map.json"), "w",
              encoding="utf-8") as file:
        json.dump(MAP, file, indent=2)
        file.write("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    parser.add_argument("--dirt", action="store_true")
    parser.add_argument("--disputed", action="store_true")
    parser.add_argument("--today", type=datetime.date.fromisoformat,
                        default=datetime.date(2026, 11, 22))
    write(parser.parse_args())


if __name__ == "__main__":
    main()
