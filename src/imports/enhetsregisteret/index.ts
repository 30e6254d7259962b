export { enhetsregisteret } from './client.ts'
