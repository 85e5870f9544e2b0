/**
 * What sites write where a page was: by language, whole phrases only, none that an article would use of something
 * else. Compared folded (`shared/anchoring/folded-text.ts`): case, vowel marks and kinds of quotes make no difference.
 */
export const removalPhrases: Record<string, readonly string[]> = {
  en: [
    'page not found', '404 not found', 'error 404', '410 gone', 'page cannot be found', "page can't be found",
    'page could not be found', "page couldn't be found", 'page does not exist', "page doesn't exist", 'page no longer exists',
    'page is no longer available', "page isn't available", 'page is not available', 'page has been removed',
    'page has been deleted', 'article is no longer available', 'article not found', 'content is no longer available',
    "content isn't available", 'content is not available', 'content has been removed', 'content not found',
    'video unavailable', 'video is unavailable', 'video is no longer available', "video isn't available",
    'video has been removed', 'video has been deleted', 'post is no longer available', 'post is unavailable',
    'post has been removed', 'post has been deleted', 'account has been terminated', 'account has been suspended',
    "account doesn't exist", 'tweet is unavailable', 'tweet has been deleted',
  ],
  ar: [
    'الصفحة غير موجودة', 'الصفحة المطلوبة غير موجودة', 'الصفحة غير متوفرة', 'الصفحة غير متاحة', 'لم يتم العثور على الصفحة',
    'عذرا الصفحة غير موجودة', 'المحتوى غير متوفر', 'المحتوى غير متاح', 'هذا المحتوى غير متاح', 'تم حذف المحتوى',
    'تمت إزالة المحتوى', 'تمت إزالة هذا المحتوى', 'الفيديو غير متاح', 'الفيديو غير متوفر', 'لم يعد هذا الفيديو متاحا',
    'تم حذف هذا الفيديو', 'تمت إزالة هذا الفيديو', 'تم حذف هذا المنشور', 'تم حذف الصفحة',
  ],
  fr: [
    'page introuvable', 'page non trouvée', "cette page n'existe pas", "cette page n'existe plus",
    "la page demandée n'existe pas", "cette page n'est plus disponible", "cette page n'est pas disponible",
    'vidéo non disponible', 'vidéo indisponible', "cette vidéo n'est plus disponible", "cette vidéo n'est pas disponible",
    'cette vidéo a été supprimée', 'contenu indisponible', "ce contenu n'est plus disponible", "ce contenu n'est pas disponible",
    'ce contenu a été supprimé', 'cette page a été supprimée',
  ],
  ru: [
    'страница не найдена', 'страница не существует', 'такой страницы не существует', 'страница удалена',
    'страница недоступна', 'видео недоступно', 'видео больше недоступно', 'видео удалено', 'контент недоступен',
    'материал удалён', 'материал не найден', 'запись удалена', 'пост удалён', 'содержимое удалено',
  ],
  uk: [
    'сторінку не знайдено', 'сторінка не знайдена', 'сторінка не існує', 'такої сторінки не існує', 'сторінку видалено',
    'сторінка недоступна', 'відео недоступне', 'відео більше недоступне', 'відео видалено', 'вміст недоступний',
    'матеріал видалено', 'запис видалено', 'допис видалено',
  ],
  fa: [
    'صفحه یافت نشد', 'صفحه پیدا نشد', 'صفحه مورد نظر یافت نشد', 'صفحه مورد نظر شما یافت نشد', 'این صفحه وجود ندارد',
    'این صفحه حذف شده است', 'این ویدیو در دسترس نیست', 'ویدیو در دسترس نیست', 'این ویدیو حذف شده است',
    'این محتوا در دسترس نیست', 'این محتوا حذف شده است', 'محتوا حذف شده است',
  ],
  tr: [
    'sayfa bulunamadı', 'aradığınız sayfa bulunamadı', 'bu sayfa mevcut değil', 'bu sayfa artık mevcut değil',
    'bu sayfa kaldırıldı', 'video kullanılamıyor', 'bu video artık mevcut değil', 'bu video kaldırıldı',
    'bu içerik artık mevcut değil', 'bu içerik kaldırıldı', 'içerik kaldırılmıştır', 'içerik bulunamadı',
  ],
  he: [
    'הדף לא נמצא', 'דף לא נמצא', 'העמוד לא נמצא', 'הדף אינו קיים', 'העמוד אינו קיים', 'הדף אינו זמין', 'הדף הוסר',
    'הסרטון לא זמין', 'הסרטון אינו זמין', 'הסרטון הוסר', 'התוכן לא זמין', 'התוכן אינו זמין', 'התוכן הוסר', 'הפוסט הוסר',
  ],
}; // prettier-ignore
