import { AudioLines, FileText, FileType, Globe, Image, SquarePlay, type LucideIcon } from 'lucide-react';
import type { ItemType } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';

const icons: Record<ItemType, LucideIcon> = {
  web: Globe,
  pdf: FileText,
  video: SquarePlay,
  audio: AudioLines,
  image: Image,
  document: FileType,
};

export function ItemTypeIcon({ type }: { type: ItemType }) {
  const Icon = icons[type];
  return <Icon aria-label={t(`library.type.${type}`)} role="img" />;
}
