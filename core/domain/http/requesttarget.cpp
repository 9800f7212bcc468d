#include "core/domain/http/requesttarget.h"

namespace lynceus {

QByteArray pathOf(const QByteArray &target)
{
    const auto mark = target.indexOf('?');
    return mark < 0 ? target : target.first(mark);
}

QUrlQuery queryOf(const QByteArray &target)
{
    const auto mark = target.indexOf('?');
    auto text = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    text.replace('+', ' ');
    return QUrlQuery(QString::fromUtf8(text));
}

QString textIn(const QUrlQuery &query, const QString &name)
{
    auto text = query.queryItemValue(name, QUrl::FullyDecoded);
    return text.remove(QChar(u'\0'));
}

std::optional<qint64> numberIn(const QUrlQuery &query, const QString &name)
{
    bool isNumber = false;
    const auto number = query.queryItemValue(name).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace lynceus
