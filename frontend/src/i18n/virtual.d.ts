// Served by messages.plugin.ts.
declare module 'virtual:messages/*' {
  const messages: import('@lingui/core').Messages;
  export default messages;
}
