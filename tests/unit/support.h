/* SPDX-License-Identifier: MIT */
/* What unit tests share: the real reference lists, frameworks from strings.
 *
 *     struct reference *reference = support_reference();
 *     struct framework *framework = support_framework(reference, json);
 *     ...
 *     framework_free(framework);
 *     reference_free(reference);
 *
 * The data folder is named by SKILLGAP_TEST_DATA ("data" when it is unset).
 * Each function ends the test with the reason when it cannot do its part. */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include "base/buffer.h"
#include "model/framework.h"
#include "model/reference.h"
#include "skillgap/catalogue.h"

/* The repository's data folder. */
const char *support_data(void);

/* The lists of data/reference/. Free with reference_free. */
struct reference *support_reference(void);

/* Compiles a framework from JSON text; its errors are shown when it has any.
 * Free with framework_free. */
struct framework *support_framework(const struct reference *reference,
                                    const char *json);

/* Compiles data/frameworks/<id>.json. Free with framework_free. */
struct framework *support_shipped(const struct reference *reference,
                                  const char *id);

/* The shipped frameworks, with or without their plugins, and the courses. Free
 * with sg_catalogue_free. */
sg_catalogue *support_catalogue(bool plugins);

/* A buffer that holds a copy of the text. Free with buffer_done. */
struct buffer support_bytes(const char *text);

#endif
