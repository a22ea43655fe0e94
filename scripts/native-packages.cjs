/**
 * What is not in the built files: the store of this laptop's own relay, which is native (electron.vite.config.ts);
 * packed, and its licences listed.
 */
module.exports = [
  'abstract-level',
  'base64-js',
  'buffer',
  'classic-level',
  'ieee754',
  'is-buffer',
  'level-supports',
  'level-transcoder',
  'maybe-combine-errors',
  'module-error',
  'node-gyp-build',
]
