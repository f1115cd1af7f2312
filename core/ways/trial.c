/* SPDX-License-Identifier: MIT */
/* Judging a file that holds one thing. */
#include "ways/trial.h"

#include "judge/held_leaf.h"
#include "skillgap/gap.h"

#include <stdio.h>
#include <string.h>

static const struct title_knowledge no_titles = {0};

void trial_begin(struct trial *trial, const struct judging *judging,
                 struct date today, const struct title_knowledge *titles)
{
    memset(trial, 0, sizeof *trial);
    trial->judging = *judging;
    trial->judging.from = NULL;
    trial->judging.months = SG_MONTHS_UNKNOWN;
    trial->judging.held = &trial->held;
    trial->held.today = today;
    trial->held.month = date_month(today, 1);
    trial->held.titles = titles ? titles : &no_titles;
    trial->held.person = &trial->person;
    trial->person.qualifications.given = true;
    trial->person.experience.given = true;
    trial->person.skills.given = true;
    trial->person.credentials.given = true;
    trial->person.training.given = true;
    trial->held.claims = &trial->claim;
    trial->held.posts = &trial->post;
    trial->held.skills = &trial->skill;
    trial->held.credentials = &trial->credential;
    trial->held.trainings = &trial->training;
}

/* One of the lists has one entry, the others have none. */
static sg_verdict judge(struct trial *trial, uint32_t *count, uint32_t node)
{
    *count = 1;
    const sg_verdict verdict = held_leaf_judge(&trial->judging, node).verdict;
    *count = 0;
    return verdict;
}

sg_verdict trial_claim(struct trial *trial, uint32_t node,
                       const struct claim *claim)
{
    trial->claim = *claim;
    return judge(trial, &trial->held.claim_count, node);
}

sg_verdict trial_credential(struct trial *trial, uint32_t node, const char *id)
{
    trial->credential =
        (struct held_credential){.id = id, .standing = STANDING_GOOD};
    return judge(trial, &trial->held.credential_count, node);
}

sg_verdict trial_criterion(struct trial *trial, uint32_t node)
{
    enum { WORDS_ROOM = 160 };
    const struct framework *to = trial->judging.to->framework;
    const struct node *want = &to->nodes[node];
    char words[WORDS_ROOM] = "";

    if (want->op == SG_TRAINING) {
        trial->training = (struct held_training){.criterion = want->criterion,
                                                 .standing = STANDING_GOOD};
        return judge(trial, &trial->held.training_count, node);
    }
    if (want->op != SG_SKILL)
        return SG_UNMET;
    snprintf(words, sizeof words, "%s %s",
             framework_text(to, want->u.skill.degree),
             framework_text(to, want->u.skill.depth));
    trial->skill =
        (struct held_skill){.criterion = want->criterion, .level = words};
    const sg_verdict verdict = judge(trial, &trial->held.skill_count, node);
    trial->skill.level = NULL;
    return verdict;
}

sg_verdict trial_work(struct trial *trial, uint32_t node,
                      const struct held_post *post, uint32_t months)
{
    trial->post = *post;
    trial->post.last = trial->post.last_may = trial->held.month;
    trial->post.first = trial->post.first_may =
        trial->held.month - (int32_t)months + 1;
    return judge(trial, &trial->held.post_count, node);
}
