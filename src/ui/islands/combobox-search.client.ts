type Suggestion = { value: string; label: string; note?: string }

const isSuggestion = (one: unknown): one is Suggestion =>
  typeof one === 'object' && one !== null && 'value' in one && 'label' in one && typeof one.value === 'string' && typeof one.label === 'string'

/**
 * Suggestions under a plain text field, as the ARIA combobox pattern has it: arrows move, Enter chooses, Escape closes,
 * focus stays in the field, the number of hits is spoken. They come from `source?q=…`, or from the field's own datalist.
 */
class ComboboxSearch extends HTMLElement {
  #field!: HTMLInputElement
  /** Holds the value that was chosen; without it a choice is an address, and choosing goes there. */
  #chosen: HTMLInputElement | null = null
  #list!: HTMLUListElement
  #status!: HTMLElement
  #own: Suggestion[] | undefined
  #shown: Suggestion[] = []
  #active = -1
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | undefined

  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>('input:not([type=hidden])')
    const chosen = this.querySelector<HTMLInputElement>('input[type=hidden]')
    if (!field || this.#field) return
    this.#field = field
    this.#chosen = chosen
    if (!this.getAttribute('source'))
      this.#own = [...this.querySelectorAll('datalist option')].map(option => ({ value: (option as HTMLElement).dataset.value ?? '', label: (option as HTMLOptionElement).value }))
    this.#list = this.appendChild(document.createElement('ul'))
    this.#list.id = `${field.id}-liste`
    this.#list.className = 'suggestions'
    this.#list.hidden = true
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-labelledby', this.#labelId())
    this.#status = this.appendChild(document.createElement('div'))
    this.#status.className = 'ds-sr-only'
    this.#status.setAttribute('role', 'status')

    field.removeAttribute('list')
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.#list.id }))
      field.setAttribute(name, value)
    field.addEventListener('input', () => this.#typed())
    field.addEventListener('keydown', event => this.#key(event))
    field.addEventListener('blur', () => this.#close())
    // Pressing the mouse in the list must not take focus from the field before the click has chosen.
    this.#list.addEventListener('mousedown', event => event.preventDefault())
    this.#list.addEventListener('click', event => {
      const row = (event.target as Element).closest('li')
      if (row) this.#choose([...this.#list.children].indexOf(row))
    })
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
  }

  #labelId(): string {
    const label = this.#field.labels?.[0]
    if (!label) return this.#field.id
    label.id ||= `${this.#field.id}-navn`
    return label.id
  }

  #typed(): void {
    // What was chosen no longer fits the text.
    if (this.#chosen) this.#chosen.value = ''
    clearTimeout(this.#timer)
    this.#asking?.abort()
    const text = this.#field.value.trim()
    if (text.length < Number(this.getAttribute('minimum') ?? 2)) return this.#close()
    if (this.#own) return this.#show(this.#own.filter(one => one.label.toLocaleLowerCase('nb').includes(text.toLocaleLowerCase('nb'))).slice(0, 20))
    this.#timer = setTimeout(() => void this.#ask(text), 180)
  }

  async #ask(text: string): Promise<void> {
    const asking = new AbortController()
    this.#asking = asking
    try {
      const address = new URL(this.getAttribute('source') ?? '', location.href)
      address.searchParams.set('q', text)
      const answer = await fetch(address, { signal: asking.signal, headers: { accept: 'application/json' } })
      if (!answer.ok) throw new Error(String(answer.status))
      const found: unknown = await answer.json()
      if (!asking.signal.aborted) this.#show(Array.isArray(found) ? found.filter(isSuggestion) : [])
    } catch {
      if (asking.signal.aborted) return
      this.#close()
      this.#status.textContent = this.dataset.failed ?? ''
    }
  }

  #show(found: Suggestion[]): void {
    this.#shown = found
    this.#active = -1
    this.#list.replaceChildren(
      ...found.map((one, index) => {
        const row = document.createElement('li')
        row.id = `${this.#list.id}-${index}`
        row.setAttribute('role', 'option')
        row.setAttribute('aria-selected', 'false')
        row.textContent = one.label
        if (one.note) {
          const note = row.appendChild(document.createElement('span'))
          note.className = 'hint'
          note.textContent = one.note
        }
        return row
      }),
    )
    this.#list.hidden = found.length === 0
    this.#field.setAttribute('aria-expanded', String(found.length > 0))
    this.#field.removeAttribute('aria-activedescendant')
    this.#status.textContent = found.length === 0 ? (this.dataset.none ?? '') : (this.dataset.hits ?? '#').replace('#', String(found.length))
  }

  #move(to: number): void {
    const rows = [...this.#list.children]
    this.#active = (to + rows.length) % rows.length
    for (const [index, row] of rows.entries()) row.setAttribute('aria-selected', String(index === this.#active))
    const row = rows[this.#active]
    if (!row) return
    this.#field.setAttribute('aria-activedescendant', row.id)
    row.scrollIntoView({ block: 'nearest' })
  }

  #key(event: KeyboardEvent): void {
    const open = !this.#list.hidden
    if (event.key === 'ArrowDown' && open) this.#move(this.#active + 1)
    else if (event.key === 'ArrowUp' && open) this.#move(this.#active < 0 ? this.#shown.length - 1 : this.#active - 1)
    else if (event.key === 'Enter' && open && this.#active >= 0) this.#choose(this.#active)
    else if (event.key === 'Escape' && open) this.#close()
    else return
    event.preventDefault()
  }

  #choose(index: number): void {
    const one = this.#shown[index]
    if (!one) return
    this.#close()
    if (!this.#chosen) return location.assign(one.value)
    this.#field.value = one.label
    this.#chosen.value = one.value
    this.dispatchEvent(new CustomEvent('chosen', { bubbles: true, detail: one }))
  }

  #close(): void {
    this.#list.hidden = true
    this.#active = -1
    this.#field.setAttribute('aria-expanded', 'false')
    this.#field.removeAttribute('aria-activedescendant')
    this.#status.textContent = ''
  }
}

customElements.define('combobox-search', ComboboxSearch)
