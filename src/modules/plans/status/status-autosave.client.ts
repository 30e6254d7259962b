/**
 * Saves the form of an answer as it is written: a moment after the last letter, and one saving at a time. Says when it was saved, in
 * the words of the page that comes back. Without it each button saves.
 */
class StatusAutosave extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> | null = null
  #changed = false

  connectedCallback(): void {
    this.addEventListener('input', this.#later)
    this.addEventListener('submit', this.#wait)
    addEventListener('pagehide', this.#now)
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    removeEventListener('pagehide', this.#now)
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector('form')
  }

  #later = (): void => {
    this.#changed = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#now, 900)
  }

  #now = (): void => {
    if (!this.#changed || this.#saving) return
    this.#changed = false
    this.#saving = this.#save().finally(() => {
      this.#saving = null
      if (this.#changed) this.#later()
    })
  }

  /** A button pressed while it is being saved waits for it, so that the form has the version that was given. */
  #wait = (event: SubmitEvent): void => {
    clearTimeout(this.#timer)
    this.#changed = false
    const saving = this.#saving
    if (!saving) return
    event.preventDefault()
    const button = event.submitter
    void saving.then(() => this.#form?.requestSubmit(button))
  }

  async #save(): Promise<void> {
    const form = this.#form
    if (!form) return
    const data = new FormData(form)
    data.delete('submissionKey')
    data.set('handling', 'save')
    data.set('stille', 'ja')
    const body = new URLSearchParams([...data].map(([name, value]): [string, string] => [name, String(value)]))
    const answer = await fetch(form.action, { method: 'POST', body, keepalive: true }).catch(() => null)
    if (!answer || answer.status >= 500) {
      this.#say(this.dataset.failed ?? '')
      this.#changed = true
      return
    }
    if (!answer.ok) return this.#say((answer.status === 409 ? this.dataset.conflict : this.dataset.wrong) ?? '')
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('status-autosave')
    for (const name of ['version', 'sett']) {
      const [own, their] = [form.elements.namedItem(name), fresh?.querySelector<HTMLInputElement>(`[name=${name}]`)]
      if (own instanceof HTMLInputElement && their) own.value = their.value
    }
    this.#say(fresh?.querySelector('.status-saved')?.textContent ?? '')
  }

  #say(text: string): void {
    const line = this.querySelector('.status-saved')
    if (line) line.textContent = text
  }
}

customElements.define('status-autosave', StatusAutosave)
