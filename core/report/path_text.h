/* SPDX-License-Identifier: MIT */
/* The sections of a report on paths, in words.
 *
 *     paths_text(page, paths);
 */
#ifndef REPORT_PATH_TEXT_H
#define REPORT_PATH_TEXT_H

#include "report/page.h"
#include "skillgap/path.h"

void path_heading_text(struct page *page, const void *subject);
void paths_text(struct page *page, const void *subject);
void path_blocked_text(struct page *page, const void *subject);
void path_model_text(struct page *page, const void *subject);
void path_sources_text(struct page *page, const void *subject);
void path_notice_text(struct page *page, const void *subject);
void path_framework_text(struct page *page, const void *subject);

#endif
