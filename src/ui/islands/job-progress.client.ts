/** Asks the page for its own newer self while a job works, and goes on when it is done. Without it the page renews itself. */
class JobProgress extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined

  connectedCallback(): void {
    this.#timer = setInterval(() => void this.#ask(), 1_000)
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
  }

  async #ask(): Promise<void> {
    const response = await fetch(location.href).catch(() => null)
    if (!response?.ok) return
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('job-progress')
    if (fresh) this.replaceChildren(...fresh.childNodes)
    else location.reload()
  }
}
customElements.define('job-progress', JobProgress)
