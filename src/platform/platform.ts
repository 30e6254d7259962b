import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { WorkSettings } from './db/work.ts'
import type { ContentStore } from './files/content.ts'
import type { Limiter } from './limits/limits.ts'
import type { Log } from './log/log.ts'
import type { RelyingParty } from './oidc/relying-party.ts'
import type { Enhetsregisteret } from './outside/enhetsregisteret.ts'
import type { Clock } from './time/clock.ts'

/** What the house gives every room. Made once, at start, by the composition root. */
export type Platform = WorkSettings & {
  config: Config
  db: Database
  clock: Clock
  log: Log
  limit: Limiter
  /** Signs links in e-mails. */
  passKey: Uint8Array
  files: ContentStore
  enhetsregisteret: Enhetsregisteret
  /** Providers of log-in, by the name they have in addresses, in the order they are shown. */
  relyingParties: ReadonlyMap<string, RelyingParty>
  version: string
}

/** What makes links in e-mails: the key of their codes, and where the house stands. */
export type Linking = Pick<Platform, 'passKey' | 'config'>
