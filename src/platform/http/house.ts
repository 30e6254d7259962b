import type { Hono } from 'hono'
import type { Operation } from '../api/operation.ts'
import type { Platform } from '../platform.ts'
import type { Flash, Notice, Page, Passage, Request, Resource, Returned, Scope, View } from './page.ts'
import type { Line, Sender } from './sender.ts'
import type { Unsent } from './unsent.ts'

/** What stands around a page: the composition root hands it in, so that this room needs no look of its own. */
export type Frame = (inner: {
  request: Request
  scope: Scope
  title: string
  crumbs: { text: string; href: string }[]
  body: View
  islands: readonly string[]
  styles: readonly string[]
  bare: boolean
  width: 'text' | 'wide' | 'full'
  flash: Flash | null
  description: string | null
  /** Search engines may find it. */
  listed: boolean
  /** The form that came back, when one did. */
  returned: Returned | null
}) => View

export type ErrorView = (request: Request, error: { status: 403 | 404 | 409 | 413 | 429 | 500 | 503; path: string; unsent: Unsent | null }) => { title: string; body: View }

/** All that the router makes an application of. */
export type House = {
  platform: Platform
  pages: readonly Page[]
  resources: readonly Resource[]
  passages: readonly Passage[]
  notices: readonly Notice[]
  /** What other systems may ask and do, with a key of theirs. */
  operations: readonly Operation[]
  frame: Frame
  errorView: ErrorView
  /** What is no page and needs to know nobody: built files, and whether the house stands. */
  plain(app: Hono<Vars>): void
  /** Is told of every request that was answered. */
  seen?(request: RequestSeen): void
}

/** `route` is the pattern, never the address. */
export type RequestSeen = { method: string; route: string; status: number; seconds: number }

/** What goes along with a request on its way through. */
export type Vars = { Bindings: Line | undefined; Variables: { request: Request; requestId: string; sender: Sender; sent?: FormData } }
