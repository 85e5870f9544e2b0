import './upright-layer.css';
import type { ReactNode } from 'react';
import type { Rotation } from './area-box.ts';

type UprightLayerProps = {
  /** Of the upright picture as it is shown, in CSS pixels. */ width: number;
  height: number;
  rotation: Rotation;
  children: ReactNode;
};

/** A layer of the upright picture, turned with it about the middle of the positioned parent. */
export function UprightLayer({ width, height, rotation, children }: UprightLayerProps) {
  return (
    <div className="upright-layer" style={{ width, height, transform: `translate(-50%, -50%) rotate(${rotation}deg)` }}>
      {children}
    </div>
  );
}
