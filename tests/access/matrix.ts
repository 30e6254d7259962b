/**
 * Who may come where: the expectation, written by hand and held against the list of pages. A page that stands in neither list fails.
 * `in`: shown (200). `out`: told that it is not theirs to do (403). `hidden`: not found (404). `login`: sent to the log-in page.
 */
export type Expected = 'in' | 'out' | 'hidden' | 'login'

/** The demo's roles; null is somebody who is not logged in. */
export const visitors = [null, 'sekretariat', 'leder', 'partner', 'politiker', 'utenfor', 'it'] as const
export type Visitor = (typeof visitors)[number]

type Row = readonly [anonymous: Expected, secretariat: Expected, leader: Expected, partner: Expected, political: Expected, outsider: Expected, administrator: Expected]

/** By the name of a page's policy. */
export const expectedByPolicy: Readonly<Record<string, Row>> = {
  everyone: ['in', 'in', 'in', 'in', 'in', 'in', 'in'],
  'logged-in': ['login', 'in', 'in', 'in', 'in', 'in', 'in'],
  'logged-in-behind': ['hidden', 'in', 'in', 'in', 'in', 'in', 'in'],
  'organisation-adders': ['login', 'in', 'in', 'out', 'out', 'out', 'in'],
  'workspace-readers': ['hidden', 'in', 'in', 'in', 'in', 'hidden', 'hidden'],
  'workspace-members': ['hidden', 'in', 'in', 'in', 'in', 'hidden', 'hidden'],
  // A whole workspace holds the names and addresses of everybody in it.
  'workspace-exporters': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  // Only the one who brought the file.
  'workspace-bringer': ['login', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  'workspace-leading': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  'key-keepers': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  // Child rows are changed by those who may change what they belong to; a partner may say what its own organisation puts in.
  'milestone-writers': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  'instrument-writers': ['hidden', 'in', 'in', 'in', 'out', 'hidden', 'hidden'],
  'measurement-writers': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  // A partner raises a matter for its organisation. What happens to it is said by those who keep all of them, and by those who lead the arena that has it.
  'matter-raisers': ['hidden', 'in', 'in', 'in', 'out', 'hidden', 'hidden'],
  'matter-steppers': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  // The text of the first agreement in the example is agreed: there is no writing to add to. Its parties are those of each agreement.
  'agreement-section-adders': ['hidden', 'hidden', 'hidden', 'out', 'out', 'hidden', 'hidden'],
  // The first report that everybody in the example may see is finished: there is no writing to add to, or to fetch for.
  'yearly_report-section-adders': ['hidden', 'hidden', 'hidden', 'out', 'out', 'hidden', 'hidden'],
  'yearly_report-fetchers': ['hidden', 'hidden', 'hidden', 'out', 'out', 'hidden', 'hidden'],
  'governance-seat-writers': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  'governance-influence-writers': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  'agreement-anchorers': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  'agreement-party-keepers': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  'arena_member-writers': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  'arena_tie-writers': ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  // An organisation that tells everybody what it can contribute; those of it and those who lead where it is a partner write that.
  'organisation-readers': ['in', 'in', 'in', 'in', 'in', 'in', 'in'],
  'offer-writers': ['login', 'in', 'in', 'out', 'out', 'out', 'out'],
  'offer-changers': ['login', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  // A person who shows nothing: those in the same workspaces see who they are there.
  'person-readers': ['hidden', 'in', 'in', 'in', 'in', 'hidden', 'hidden'],
  // A period in an organisation is its person's own.
  'affiliation-owner': ['login', 'in', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  demo: ['in', 'in', 'in', 'in', 'in', 'in', 'in'],
  // A link from an e-mail is the only way in; who is logged in does not matter.
  'pass-status': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  // Only the one who is asked, at an address of their own.
  'status-asked': ['login', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  'pass-picture': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  'picture-asked': ['login', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  'pass-expectation': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  'expectation-asked': ['login', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  'pass-evaluation': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  'evaluation-asked': ['login', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  'pass-follow-up': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  'pass-invitation': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  'pass-meeting': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  // The address of a calendar is its own key.
  'calendar-address': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  'pass-mail-choice': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  administrators: ['login', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'in'],
  // A file that an administrators' page offers; and one with somebody's data, for the administrator who has just said why.
  'administrators-behind': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'in'],
  'administrator-handing-out': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  // A provider of log-in, where none is set up: those addresses are not there. With one: src/portal/login/provider.test.ts.
  'at-provider': ['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
}

/** Policies of kinds: readers of an item, writers of a kind, and those who may change this very item. */
export const expectedByKindPolicy: Readonly<Record<'readers' | 'members' | 'writers' | 'changers', Row>> = {
  // What an item said before is for members; for the example workspace they are the same.
  members: ['hidden', 'in', 'in', 'in', 'in', 'hidden', 'hidden'],
  readers: ['hidden', 'in', 'in', 'in', 'in', 'hidden', 'hidden'],
  writers: ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
  changers: ['hidden', 'in', 'in', 'out', 'out', 'hidden', 'hidden'],
}
