// SPDX-License-Identifier: MIT
// Holds JSON files to JSON Schemas with ajv, which knows nothing of skillgap.
//
//   node validate.js accept SCHEMA FILE...        every file is valid
//   node validate.js mutate SCHEMA FILE LIST FOLDER   every mutation of FILE
//       that LIST (mutations.json) names is refused; each is left in FOLDER,
//       and its name with what the program should say of it is printed:
//       "NAME refuses"
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";

const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Nothing that RFC 3986 has no place for. */
function isUriReference(text) {
  return /^(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$/.test(text);
}

function isUri(text) {
  try {
    return isUriReference(text) && new URL(text).href.length > 0;
  } catch {
    return false;
  }
}

/** RFC 3339: a day of the calendar, a time and a zone. */
function isMoment(text) {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(text);
  if (!parts) return false;
  const day = new Date(`${parts[1]}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(parts[1]);
}

function compile(path) {
  const ajv = new Ajv2020({ allErrors: false, strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
  ajv.addFormat("uri", isUri);
  ajv.addFormat("uri-reference", isUriReference);
  ajv.addFormat("date-time", isMoment);
  return ajv.compile(readJson(path));
}

function describe(errors) {
  return errors.map((e) => `${e.instancePath || "/"}: ${e.message}`).join("; ");
}

function accept(schema, files) {
  const valid = compile(schema);
  let bad = 0;
  for (const file of files) {
    if (valid(readJson(file))) continue;
    console.error(`${file}: not as ${schema} says: ${describe(valid.errors)}`);
    bad++;
  }
  console.log(`${files.length - bad} of ${files.length} fit ${schema}`);
  return bad === 0;
}

/** Changes the place that a JSON pointer names; throws when it is not there. */
function apply(document, mutation) {
  const steps = (mutation.set ?? mutation.remove).split("/").slice(1);
  const last = steps.pop();
  const place = steps.reduce((value, step) => value[step], document);
  if ("remove" in mutation) {
    if (!(last in place)) throw new Error(`${mutation.name}: nothing to remove`);
    delete place[last];
  } else {
    place[last] = mutation.to;
  }
}

function mutate(schema, file, list, folder) {
  const valid = compile(schema);
  const mutations = readJson(join(here, list));
  let bad = 0;
  for (const mutation of mutations) {
    const document = readJson(file);
    apply(document, mutation);
    writeFileSync(join(folder, `${mutation.name}.json`), JSON.stringify(document));
    if (valid(document)) {
      console.error(`${schema} accepts ${mutation.name}`);
      bad++;
    }
    console.log(`${mutation.name} ${mutation.program ?? "refuses"}`);
  }
  return bad === 0 && mutations.length > 0;
}

const [verb, schema, ...rest] = process.argv.slice(2);
let good = false;
if (verb === "accept" && rest.length > 0) good = accept(schema, rest);
else if (verb === "mutate" && rest.length === 3) good = mutate(schema, ...rest);
else console.error("usage: validate.js accept SCHEMA FILE... | mutate SCHEMA FILE LIST FOLDER");
process.exitCode = good ? 0 : 1;
