#include "tests/gui/accessibility/pseudolocale.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

QChar accented(QChar plain)
{
    static const QString from = u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
    static const QString to = u"àƀçđéƒğĥíĵķļɱñőþɋřšţűṽŵẋýžÀƁÇĐÉƑĞĤÍĴĶĻṀÑŐÞɊŘŠŢŰṼŴẊÝŽ"_s;
    const auto at = from.indexOf(plain);
    return at < 0 ? plain : to.at(at);
}

} // namespace

PseudoLocale::PseudoLocale()
{
    QCoreApplication::installTranslator(this);
}

PseudoLocale::~PseudoLocale()
{
    QCoreApplication::removeTranslator(this);
}

QString PseudoLocale::translate(const char *, const char *source, const char *, int) const
{
    return pseudoText(QString::fromUtf8(source));
}

QString pseudoText(const QString &source)
{
    static const QRegularExpression kept(u"%L?(?:\\d{1,2}|n)|</?[a-zA-Z][^<>]*>|&[a-z]+;"_s);
    QString text;
    qsizetype letters = 0;
    qsizetype at = 0;
    const auto add = [&](QStringView piece) {
        for (const auto each : piece) {
            text += accented(each);
            letters += each.isLetter() ? 1 : 0;
        }
    };
    for (auto matches = kept.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        add(QStringView(source).sliced(at, match.capturedStart() - at));
        text += match.captured();
        at = match.capturedEnd();
    }
    add(QStringView(source).sliced(at));
    if (letters == 0)
        return text;
    // Inserts the padding before trailing characters: spaces, a colon, an ellipsis.
    auto end = text.size();
    while (end > 0 && !text.at(end - 1).isLetter())
        --end;
    if (text.mid(end).contains(u'%') || text.mid(end).contains(u'<'))
        end = text.size();
    return text.insert(end, QString(qMax<qsizetype>(1, letters * 2 / 5), u'ẋ'));
}

} // namespace lynceus::test
