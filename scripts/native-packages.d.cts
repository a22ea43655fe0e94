declare const names: readonly string[]
export = names
