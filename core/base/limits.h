/* SPDX-License-Identifier: MIT */
/* Every ceiling on what comes from outside, in one place.
 *
 *     if (depth > LIMIT_JSON_DEPTH) ...
 *
 * Each refuses bad input with a sentence; none is reached by real data. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

enum {
    LIMIT_FILE_BYTES = 32 * 1024 * 1024, /* of any input file */
    LIMIT_JSON_DEPTH = 64,
    LIMIT_JSON_MEMORY =
        100 * 1024 * 1024,     /* what parsing may need, estimated */
    LIMIT_PROBLEMS_SHOWN = 50, /* of one file; the rest is counted */
    LIMIT_FRAMEWORKS = 256,
    LIMIT_PLUGINS = 256,
    LIMIT_PERSON_ENTRIES = 1000, /* of one list of a person file */
    LIMIT_OVERRIDES = 200,       /* of one framework's list of overrides */
    LIMIT_COURSES = 1000,        /* of one catalogue of courses */
    LIMIT_COURSE_LIST = 500,     /* of its sources, its funds, the awards of
                                    one course and the like */
    LIMIT_COURSE_HOURS = 10000,
    LIMIT_COURSE_MONTHS = 120,
    LIMIT_COURSE_POUNDS = 100000,
    LIMIT_ASSUMPTIONS = 100,     /* about one person */
    LIMIT_ASSUMED_BYTES = 400,   /* of one of them: as long as a title can be */
    LIMIT_ASSUMED_MONTHS = 1200, /* of all of them together */
    LIMIT_TITLES = 200000,       /* of one list of titles */
    LIMIT_ROLES = 20000,         /* of one framework */
    LIMIT_TREE_DEPTH = 8,        /* of one line */
    LIMIT_TREE_NODES = 256,      /* of one line */
    LIMIT_WORLDS = 4096,         /* past it a line is ask, and says so */
    LIMIT_CHOICES = 64,          /* "or"s among the source lines of one line */
    LIMIT_ROUTES = 64,           /* alternative ways shown for one line */
    LIMIT_COURSE_WORK = 16,      /* kinds of work that a course is about */
    LIMIT_WAYS_STEPS = 100000,   /* of the search for the best plan */
    LIMIT_REACH_ROLES = 200, /* for each of which it is told how soon it can be
                                reached */
    LIMIT_PATH_LABELS = 50000,        /* of one search for paths */
    LIMIT_QUESTION_SEARCH = 200000,   /* subsets tried before settling for a
                                         greedy choice */
    LIMIT_FEED_INDEX = 1024 * 1024,   /* bytes of the index of a feed */
    LIMIT_FEED_SIGNATURE = 16 * 1024, /* bytes of a signature */
    LIMIT_FEED_JUMP = 10000, /* by which a serial may rise at once: what asks
                                for more wants to use the numbers up */
    LIMIT_FEED_HISTORY = 20, /* versions of a framework that an index lists */
    LIMIT_STAFF_BYTES = 1024 * 1024 * 1024, /* of one HR export */
    LIMIT_CSV_ROWS = 20000000,              /* of one file */
    LIMIT_CSV_ROW_BYTES = 64 * 1024,
    LIMIT_CSV_CELLS = 500,         /* of one row */
    LIMIT_STAFF_CELL_BYTES = 2000, /* of a cell that is read */
    LIMIT_STAFF_MAP_DROPS = 500,   /* columns that a map file drops */
    LIMIT_STAFF_MAP_WORDS = 50000, /* of one column, whose meaning it gives */
    LIMIT_STAFF_MAP_LENGTH = 500,  /* characters of such words, or of a meaning:
                                      no more bytes than a cell may have */
    LIMIT_PARTIAL_BYTES = 1024 * 1024 * 1024, /* of one partial result */
    LIMIT_PLUGIN_BYTES = 64 * 1024 * 1024,
    LIMIT_PLUGIN_STRING = 1024, /* of any string that a plugin returns */
};

#endif
