import { picture, type Pen } from '../../broadcast/picture.ts';

/**
 * A camera position beside the rink: it rolls along the boards, looks across the ice and down by `pitch`, and zooms.
 * Because it never turns sideways, every plane that holds the x direction only shears when the camera rolls
 * (1/depth is linear in the picture's y), so painted layers keep exact perspective with one affine drawing call.
 */
export type View = {
  name: 'wide' | 'low';
  y: number;
  height: number;
  /** Radians below the horizontal. */
  pitch: number;
  /** Focal length in picture units. */
  focal: number;
};

export const views: Record<View['name'], View> = {
  wide: { name: 'wide', y: -43, height: 20, pitch: 0.4, focal: 1330 },
  low: { name: 'low', y: -31, height: 8.5, pitch: 0.235, focal: 1330 },
};

export type Camera = {
  view: View;
  /** Position along the rink in metres. */
  x: number;
  zoom: number;
  /** Height in the unzoomed picture that is shown in the middle. */
  centreV: number;
};

export type Projected = { u: number; v: number; /** Picture units per metre. */ scale: number };

/** Projects a point of the arena (metres) to the unzoomed picture. */
export function project(view: View, cameraX: number, x: number, y: number, height: number): Projected {
  const across = y - view.y;
  const up = height - view.height;
  const cos = Math.cos(view.pitch);
  const sin = Math.sin(view.pitch);
  const depth = across * cos - up * sin;
  const scale = view.focal / depth;
  return {
    u: picture.width / 2 + (x - cameraX) * scale,
    v: picture.height / 2 - (across * sin + up * cos) * scale,
    scale,
  };
}

export type Shear = { perV: number; constant: number };

/** How a layer painted on a horizontal plane, seen from x = 0, shifts when the camera stands at `cameraX`. */
export function floorShear(view: View, height: number, cameraX: number): Shear {
  const drop = view.height - height;
  const cos = Math.cos(view.pitch);
  const perV = (-cameraX * cos) / drop;
  return {
    perV,
    constant: (-cameraX * (view.focal * Math.sin(view.pitch) - (cos * picture.height) / 2)) / drop,
  };
}

/** The same for a vertical plane at `y`. */
export function wallShear(view: View, y: number, cameraX: number): Shear {
  const across = y - view.y;
  const sin = Math.sin(view.pitch);
  const cos = Math.cos(view.pitch);
  return {
    perV: (cameraX * sin) / across,
    constant: (-cameraX * ((sin * picture.height) / 2 + cos * view.focal)) / across,
  };
}

/** Sets the transform so that unzoomed picture units land where the camera shows them. */
export function lookThrough(pen: Pen, camera: Camera, pixelsPerUnit: number): void {
  const zoom = camera.zoom * pixelsPerUnit;
  pen.setTransform(
    zoom,
    0,
    0,
    zoom,
    (picture.width / 2) * (pixelsPerUnit - zoom),
    (picture.height / 2) * pixelsPerUnit - camera.centreV * zoom,
  );
}
