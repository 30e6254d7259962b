/** Search as you type around a plain search form: asks for the list again, and leaves the rest of the page alone. */
class ItemSearch extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input[type=search]')
    const list = this.querySelector('[aria-live]')
    const source = this.getAttribute('source')
    if (!(input instanceof HTMLInputElement) || !list || !source) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    let asked = 0
    input.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(async () => {
        const turn = ++asked
        const response = await fetch(`${source}?q=${encodeURIComponent(input.value)}`).catch(() => null)
        // An older answer that comes late is not shown over a newer one.
        if (response?.ok && turn === asked) list.innerHTML = await response.text()
      }, 200)
    })
  }
}
customElements.define('item-search', ItemSearch)
