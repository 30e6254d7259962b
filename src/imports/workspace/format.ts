import { z } from 'zod'

/** The version of the format that this program writes, and the newest that it reads: docs/exchange/workspace-v1.md. */
export const formatVersion = 1
export const dataName = 'arbeidsrom.json'
export const pageName = 'les-meg.html'

const text = (max: number) => z.string().max(max).refine((value) => value.isWellFormed() && !value.includes('\0'))
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const instant = z.string().max(40)
const ref = (letter: string) => z.string().regex(new RegExp(`^${letter}[1-9]\\d{0,6}$`))
const language = z.enum(['nb', 'nn', 'en'])
const organisation = ref('o')
const person = ref('p')
const item = ref('i')
const file = ref('f')
/** What a column may hold. References are written as references. */
const value = z.union([text(20_000), z.number(), z.boolean(), z.null()])
const role = z.enum(['leader', 'secretariat', 'partner', 'process_leader', 'guide', 'reference_group', 'researcher', 'political', 'participant'])

/**
 * A workspace as it is carried from one installation to another. Both the writing and the reading go through this: what does not fit is
 * neither written nor read. Things refer to each other by a letter and a number (`o3`, `p1`, `i12`, `f2`), never by ids of an installation.
 */
export const workspaceSchema = z.strictObject({
  format: z.literal('tradverk-workspace'),
  version: z.literal(formatVersion),
  made: z.strictObject({ at: instant, program: text(40), from: text(300) }),
  workspace: z.strictObject({
    title: text(300), kind: z.enum(['partnership', 'programme', 'guidance', 'process', 'collection']), template: text(60), language, areasAboveGoals: z.boolean(),
    partsInUse: z.array(text(60)).max(50), example: z.boolean(), funder: text(300).nullable(), endsOn: day.nullable(),
    legalOwner: organisation.nullable(), dataController: organisation.nullable(), archiveResponsible: organisation.nullable(),
    focus: z.strictObject({ areas: z.int().nullable(), measuresPerArea: z.int().nullable(), measuresPerOrganisation: z.int().nullable(), reason: text(2_000).nullable() }),
  }),
  organisations: z.array(z.strictObject({
    ref: organisation, name: text(300), kind: z.enum(['municipality', 'county', 'state', 'academia', 'business', 'volunteers', 'region', 'other']),
    orgnr: z.string().regex(/^\d{9}$/).nullable(), officialNumber: z.string().regex(/^\d{2}(\d{2})?$/).nullable(), example: z.boolean(),
  })).max(5_000),
  people: z.array(z.strictObject({ ref: person, name: text(300), email: z.string().max(254).regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/).nullable() })).max(10_000),
  parties: z.array(z.strictObject({ organisation, role: z.enum(['owner', 'partner', 'mentioned']) })).max(5_000),
  members: z.array(z.strictObject({ person, role, organisation: organisation.nullable() })).max(10_000),
  items: z.array(z.strictObject({
    ref: item, kind: text(60), number: z.int().min(1).max(9_999_999), title: text(2_000).min(1), code: text(200).nullable(), language, state: text(60).nullable(), place: z.int().min(-2_147_483_648).max(2_147_483_647),
    audience: z.enum(['public', 'workspace', 'roles', 'organisation', 'author']), audienceRoles: z.array(role).max(20), audienceOrganisation: organisation.nullable(),
    fields: z.record(text(63), value), owners: z.array(organisation).max(500), partners: z.array(organisation).max(500),
    /** Rows that belong to it, by what they are: milestones, money, measurements. */
    rows: z.record(text(63), z.array(z.record(text(63), value)).max(5_000)),
  })).max(20_000),
  links: z.array(z.strictObject({ relation: text(60), from: item, to: item, note: text(5_000).nullable() })).max(100_000),
  files: z.array(z.strictObject({ ref: file, name: text(300).min(1), mediaType: text(200), size: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/), path: z.string().regex(/^filer\/[0-9a-f]{64}(\.[a-z0-9]{1,5})?$/) })).max(5_000),
  /** What happened, for reading: it is kept as it is and proves nothing on another installation. */
  history: z.array(z.strictObject({ at: instant, what: text(80), item: text(300).nullable(), number: z.int().nullable(), who: text(300).nullable(), actingFor: text(300).nullable() })).max(100_000),
})
export type CarriedWorkspace = z.infer<typeof workspaceSchema>
export type CarriedItem = CarriedWorkspace['items'][number]

export type Unreadable = 'newer' | 'damaged'

/** Reads the data of an export; or why not. References that lead nowhere, and numbers that stand twice, are damage. */
export function readCarried(bytes: Uint8Array): CarriedWorkspace | Unreadable {
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return 'damaged'
  }
  const head = z.looseObject({ format: z.literal('tradverk-workspace'), version: z.int() }).safeParse(read)
  if (head.success && head.data.version > formatVersion) return 'newer'
  const parsed = workspaceSchema.safeParse(read)
  return parsed.success && holdsTogether(parsed.data) ? parsed.data : 'damaged'
}

function holdsTogether({ workspace, organisations, people, parties, members, items, links, files }: CarriedWorkspace): boolean {
  const known = new Set([...organisations, ...people, ...items, ...files].map((one) => one.ref))
  const count = organisations.length + people.length + items.length + files.length
  const used = [
    workspace.legalOwner, workspace.dataController, workspace.archiveResponsible, ...parties.map((one) => one.organisation), ...members.flatMap((one) => [one.person, one.organisation]),
    ...items.flatMap((one) => [one.audienceOrganisation, ...one.owners, ...one.partners]), ...links.flatMap((one) => [one.from, one.to]),
  ]
  return known.size === count && new Set(items.map((one) => one.number)).size === items.length && used.every((one) => one === null || known.has(one)) && links.every((one) => one.from !== one.to)
}
