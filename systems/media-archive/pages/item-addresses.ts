type Addressed = { readonly id: string; readonly version: string };

/** Where an item's media lie. The version makes another address of another picture, since browsers keep what they got. */
export function mediaAddress({ id, version }: Addressed, name: string): string {
  return `/api/media-archive/items/${id}/${name}?v=${version}`;
}

export function itemPath(id: string): string {
  return `/archive/items/${id}`;
}
