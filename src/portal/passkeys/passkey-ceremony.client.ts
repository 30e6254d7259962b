/**
 * Makes or uses a passkey when the form inside is sent, and sends what came of it along. `data-options`: what the browser is asked, with bytes in
 * base64url. `data-kind`: create or get. `data-failed`: what is said when nothing came of it.
 */
class PasskeyCeremony extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', this.#begin)
  }

  disconnectedCallback(): void {
    this.removeEventListener('submit', this.#begin)
  }

  #begin = (event: Event): void => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    event.preventDefault()
    void this.#run(form)
  }

  async #run(form: HTMLFormElement): Promise<void> {
    const said = this.querySelector('output')
    if (said) said.textContent = ''
    try {
      const answer = await ask(this.dataset.kind === 'create', JSON.parse(this.dataset.options ?? '{}') as Options)
      const field = form.elements.namedItem('svar')
      if (!(field instanceof HTMLInputElement)) return
      field.value = JSON.stringify(answer)
      form.submit()
    } catch {
      if (said) said.textContent = this.dataset.failed ?? ''
    }
  }
}

type Named = { id: string }
type Options = { challenge: string; user?: Named; excludeCredentials?: Named[]; allowCredentials?: Named[] }

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))
const text = (buffer: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
const read = (list: Named[] = []): object[] => list.map((one) => ({ ...one, id: bytes(one.id) }))

async function ask(creates: boolean, options: Options): Promise<object> {
  const publicKey = { ...options, challenge: bytes(options.challenge), ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }), ...(creates ? { excludeCredentials: read(options.excludeCredentials) } : { allowCredentials: read(options.allowCredentials) }) }
  const made = await (creates ? navigator.credentials.create({ publicKey } as unknown as CredentialCreationOptions) : navigator.credentials.get({ publicKey } as unknown as CredentialRequestOptions))
  if (!(made instanceof PublicKeyCredential)) throw new Error('No key')
  const { response } = made
  const common = { id: made.id, rawId: text(made.rawId), type: made.type, clientExtensionResults: made.getClientExtensionResults() }
  if (response instanceof AuthenticatorAttestationResponse) return { ...common, response: { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject), transports: response.getTransports() } }
  if (!(response instanceof AuthenticatorAssertionResponse)) throw new Error('No answer')
  return { ...common, response: { clientDataJSON: text(response.clientDataJSON), authenticatorData: text(response.authenticatorData), signature: text(response.signature) } }
}

customElements.define('passkey-ceremony', PasskeyCeremony)
