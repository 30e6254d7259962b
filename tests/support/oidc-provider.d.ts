/** What our tests use of the provider, which brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> }
  type Context = { body: string; oidc: { client: { clientId: string }; session: { accountId: string } } }
  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    Grant: new (of: { clientId: string; accountId: string }) => Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ params: Record<string, string>; prompt: { name: string } }>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: Record<string, unknown>): Promise<void>
    on(event: string, listener: (...args: unknown[]) => void): void
  }
  export type { Context }
}
