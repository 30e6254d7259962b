import type { HtmlEscapedString } from 'hono/utils/html'
import type { Viewer } from '../access/viewer.ts'
import type { Database } from '../db/database.ts'
import type { Outcome, Work } from '../db/work.ts'
import type { UploadRule } from '../files/upload.ts'
import type { FieldErrors, RawForm } from '../item/parse.ts'
import type { Platform } from '../platform.ts'
import type { Lang } from '../text/texts.ts'

export type View = HtmlEscapedString | Promise<HtmlEscapedString> | null
export type Params = Readonly<Record<string, string>>

/** What one request is about. Made anew for each request and handed on; nothing of it is global. */
export type Request = {
  platform: Platform
  db: Database
  viewer: Viewer
  lang: Lang
  now: Temporal.Instant
  requestId: string
  /** The session's secret, for logging out. */
  sessionToken: string | null
  /** A secret of a browser that went to a provider to log in, until it is back and known. */
  browser: string | null
  /** Network address of the sender, for limits only. Never logged or stored in the clear. */
  address: string
  /** Path with query, as it was asked for. */
  path: string
  pathname: string
  query: URLSearchParams
  /** A header of what was asked, for what is answered in several forms. Not there when nobody asked over the web. */
  header?(name: string): string | undefined
}

/** What the pages of a workspace know about it before they load anything. */
export type WorkspaceHead = {
  id: string
  slug: string
  title: string
  kind: string
  state: string
  language: Lang
  example: boolean
  template: string
  areasAboveGoals: boolean
  partsInUse: readonly string[]
  /** When it was archived or opened again, if it has been. */
  stateChangedAt?: Temporal.Instant | null
}
export type Scope = {
  workspace?: WorkspaceHead
  /** Who acts here when it is not the one who is logged in: whom a link in an e-mail was sent to. */
  holder?: Viewer
  /** On behalf of which organisation they act, where the page knows better than their roles do. The frame says it. */
  actingFor?: { id: string; name: string } | null
  /** The page may be looked at, but nothing more is done on it: its link has ended. */
  closed?: boolean
}

/** `missing` reads as not found; `login` asks who it is; `passkey` asks an administrator to prove it; `forbidden` is for what one may see but not do; `archived` for what nobody may change any more. */
export type Denied = { denied: 'missing' | 'login' | 'passkey' | 'forbidden' | 'archived' } | Moved
/** What is asked for has another address: one is sent there. */
export type Moved = { denied: 'moved'; to: string }

/** A policy: who may come here, and what it found out on the way. */
export type Access<S extends Scope = Scope> = {
  name: string
  check(request: Request, params: Params): Promise<S | Denied>
}

export type Crumb = { text: string; href: string }

/** The state of a form that came back: what was typed and what is wrong with it. */
export type Returned = {
  action: string
  raw: RawForm
  errors: FieldErrors
  /** Somebody else changed it meanwhile: the page shows both versions. */
  stale?: boolean
  message?: string
}

/** Where to go next. What the browser is to remember goes along: a session that began or ended, a language. */
export type Done = {
  to: string
  flash?: Flash
  session?: { begin: string } | 'end'
  browser?: { begin: string } | 'end'
  language?: Lang
  /** Answers with the page as it now stands instead of sending the browser on: for programs that follow no redirect (RFC 8058). */
  stay?: boolean
}
/** Said once, on the next page; `undo` is a form with one button that takes it back. */
export type Flash = { text: string; /** For which organisation it was done, as the router found it recorded. */ actingFor?: string; undo?: { action: string; label: string; fields?: Readonly<Record<string, string>> } }
export type Refusal = { errors: FieldErrors } | { message: string } | 'stale' | 'forbidden' | 'missing' | 'archived'

export type ActionArgs<S, L> = { request: Request; scope: S; loaded: L; params: Params; raw: RawForm }

/**
 * A change that a page offers. It always reads the same:
 * parse → load through what the person may see → may → decide → save → record, in the transaction that it is handed.
 */
export type PageAction<S, L> = (work: Work, args: ActionArgs<S, L>) => Promise<Outcome<Done, Refusal>>

export type PageSpec<S extends Scope, L> = {
  /** Address in bokmål, with `:name` for parameters. */
  path: string
  access: Access<S>
  load(request: Request, scope: S, params: Params): Promise<L | null>
  title(loaded: L, request: Request, scope: S): string
  /** Where this page stands, outermost first, without the page itself. */
  crumbs?(loaded: L, request: Request, scope: S): Crumb[]
  /** A pure function of what was loaded: no query while rendering. */
  view(loaded: L, request: Request, scope: S, returned: Returned | null): View
  actions?: Readonly<Record<string, PageAction<S, L>>>
  /** Those of its actions that an archived workspace allows; all others are refused there. */
  whenArchived?: readonly string[]
  /** Custom elements that the page uses, by file name. */
  islands?: readonly string[]
  /** How wide its content may be: a column for reading, wide for tables, full for the drawn thread. */
  width?: 'text' | 'wide' | 'full'
  /** Styles that only this page needs, by file name: `chair-sheet.page.css`. */
  styles?: readonly string[]
  /** Without menu: an answer from an e-mail, a printed sheet. */
  bare?: boolean
  /** One sentence on what is here, for search engines and for those who share the address. */
  description?(loaded: L, request: Request, scope: S): string
  /** Search engines may find it, as far as it is open. All other pages ask them to keep away. */
  listed?: true
  /**
   * The same for everybody who is not logged in, word for word: caches may keep it for a minute.
   * Never a page with a form of one's own, a person's name (a consent that is taken back holds at once), or anything else of this one visit.
   */
  shared?: true
  /** Origins that its form may lead on to, such as a provider where one logs out too. */
  leadsTo?(loaded: L, request: Request): readonly string[]
  /** The form may carry attachments. */
  takesFiles?: boolean
  /** What its files may be, where it is something else than attachments. */
  uploads?: UploadRule
}

/** A page with its types closed over, as the router and the access matrix read it. */
export type Page = PageSpec<Scope, unknown>

/** Declares a page. Pages are data: routes, breadcrumbs, the access matrix and the tests are read from them. */
export const page = <S extends Scope, L>(spec: PageSpec<S, L>): Page => spec as unknown as Page

/** An address that answers with something other than a page: a file, a suggestion list, a calendar. Read only. */
export type Resource = {
  path: string
  access: Access
  respond(request: Request, scope: Scope, params: Params): Promise<Response | null>
}
export const resource = <S extends Scope>(spec: {
  path: string
  access: Access<S>
  respond(request: Request, scope: S, params: Params): Promise<Response | null>
}): Resource => spec as unknown as Resource

/** An address that only leads on: to a provider where one logs in, and home again. Null reads as not found. */
export type Passage = {
  path: string
  access: Access
  lead(request: Request, scope: Scope, params: Params): Promise<Done | null>
}
export const passage = <S extends Scope>(spec: { path: string; access: Access<S>; lead(request: Request, scope: S, params: Params): Promise<Done | null> }): Passage => spec as unknown as Passage

/**
 * An address that another program posts a signed message to, such as a provider that says that somebody logged out. No session counts
 * there: the message proves itself, and what it does follows from what it says.
 */
export type Notice = {
  path: string
  access: Access
  receive(request: Request, scope: Scope, raw: globalThis.Request): Promise<Response>
}
export const notice = <S extends Scope>(spec: { path: string; access: Access<S>; receive(request: Request, scope: S, raw: globalThis.Request): Promise<Response> }): Notice => spec as unknown as Notice

const anywhere: Scope = {}

/** Anybody, also without being logged in. */
export const everyone: Access = { name: 'everyone', check: async () => anywhere }

/** Anybody who is logged in. */
export const loggedIn: Access = {
  name: 'logged-in',
  check: async (request) => (request.viewer.person ? anywhere : { denied: 'login' }),
}

/** As `loggedIn`, for what a page asks for behind it: there is nobody to send to the log-in page. */
export const loggedInBehind: Access = {
  name: 'logged-in-behind',
  check: async (request) => (request.viewer.person ? anywhere : { denied: 'missing' }),
}

export const administrators: Access = {
  name: 'administrators',
  check: async ({ viewer: { person } }) => (person?.administrator ? anywhere : { denied: person?.passkeyToBe ? 'passkey' : person ? 'missing' : 'login' }),
}
