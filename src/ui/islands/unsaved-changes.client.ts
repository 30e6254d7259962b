/** Asks before leaving a form with changes that are not sent. Around a form: `<unsaved-changes><form>…`; `data-unsaved` when it already has some. */
class UnsavedChanges extends HTMLElement {
  #changed = 'unsaved' in this.dataset

  connectedCallback(): void {
    this.addEventListener('input', this.#mark)
    this.addEventListener('submit', this.#clear)
    addEventListener('beforeunload', this.#ask)
  }

  disconnectedCallback(): void {
    removeEventListener('beforeunload', this.#ask)
  }

  #mark = (): void => {
    this.#changed = true
  }

  #clear = (): void => {
    this.#changed = false
  }

  #ask = (event: BeforeUnloadEvent): void => {
    if (this.#changed) event.preventDefault()
  }
}

customElements.define('unsaved-changes', UnsavedChanges)
