import './slider.css';
import { useId } from 'react';

type SliderProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number) => void;
  /** The value in words, when a bare number does not say it. */
  shown?: string;
};

/** A number on a scale, by pointer or arrow keys. */
export function Slider({ label, value, min, max, step = 1, onChange, shown = String(value) }: SliderProps) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output className="slider-value number" htmlFor={id}>
        {shown}
      </output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}
