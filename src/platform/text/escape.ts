const special = /[&<>'"]/
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' }

/** Text as it stands in HTML, between tags and in a quoted attribute. Most text has nothing to escape, and is given back as it is. */
export const escapeHtml = (text: string): string => (special.test(text) ? text.replace(/[&<>'"]/g, (sign) => entities[sign] ?? sign) : text)
