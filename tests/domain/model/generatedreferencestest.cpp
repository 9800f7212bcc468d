#include "core/domain/images/imagereference.h"

#include <random>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kSeed = 20'261'123;

/// Generates valid references from the grammar, part by part.
class References final
{
public:
    explicit References(unsigned seed)
        : m_random(seed)
    { }

    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }

    QString letters(const char *alphabet, int least, int most)
    {
        const auto from = QString::fromLatin1(alphabet);
        QString text;
        for (int i = least + upTo(most - least); i > 0; --i)
            text += from[upTo(static_cast<int>(from.size()) - 1)];
        return text;
    }

    QString component()
    {
        auto text = letters(kInner, 1, 6);
        static constexpr const char *kSeparators[] = {".", "_", "__", "-", "--", "---"};
        for (int i = upTo(2); i > 0; --i)
            text += QLatin1String(kSeparators[upTo(5)]) + letters(kInner, 1, 5);
        return text;
    }

    ImageReference reference()
    {
        ImageReference image;
        image.registry = registry();
        image.repository = component();
        for (int i = upTo(3); i > 0; --i)
            image.repository += u'/' + component();
        if (image.registry == "docker.io"_L1 && !image.repository.contains(u'/'))
            image.repository.prepend("library/"_L1);
        if (upTo(3) != 0)
            image.tag = letters(kWord, 1, 1) + letters(kTag, 0, 20);
        if (image.tag.isEmpty() || upTo(3) == 0)
            image.digest = upTo(1) == 0 ? u"sha256:"_s + letters(kHex, 64, 64) : u"b+x:"_s + letters(kHex, 32, 80);
        return image;
    }

private:
    QString registry()
    {
        switch (upTo(5)) {
        case 0:
            return u"docker.io"_s;
        case 1:
            return u"localhost"_s;
        case 2:
            return u"localhost:%1"_s.arg(1 + upTo(65'534));
        case 3:
            return u"[2001:db8::%1]:%2"_s.arg(upTo(9)).arg(1 + upTo(65'534));
        case 4:
            return u"%1:%2"_s.arg(letters(kInner, 1, 8)).arg(1 + upTo(65'534));
        default:
            return letters(kInner, 1, 8) + u'-' + letters(kInner, 1, 3) + u'.' + letters(kInner, 2, 3);
        }
    }

    static constexpr auto kInner = "abcdefghijklmnopqrstuvwxyz0123456789";
    static constexpr auto kWord = "abcxyzABCXYZ0189_";
    static constexpr auto kTag = "abcxyzABCXYZ0189_.-";
    static constexpr auto kHex = "0123456789abcdef";

    std::mt19937 m_random;
};

QString fullName(const ImageReference &image)
{
    return repositoryName(image) + (image.tag.isEmpty() ? QString() : u':' + image.tag)
        + (image.digest.isEmpty() ? QString() : u'@' + image.digest);
}

TEST(ImageReference, ValidReferencesRoundTrip)
{
    SCOPED_TRACE(kSeed);
    References references(kSeed);
    for (int i = 0; i < 5'000; ++i) {
        const auto wanted = references.reference();
        for (const auto &text : {fullName(wanted), familiarName(wanted)}) {
            const auto parsed = parseImageReference(text);
            ASSERT_TRUE(parsed) << text.toStdString() << ": " << parsed.error().message.toStdString();
            EXPECT_TRUE(*parsed == wanted) << text.toStdString();
        }
    }
}

TEST(ImageReference, InvalidReferencesAreRejectedWithAPosition)
{
    SCOPED_TRACE(kSeed);
    References references(kSeed + 1);
    const QString never = u" !$%&'()*,;<=>?\\^`{|}~\"äé\t"_s; // not allowed in any part
    for (int i = 0; i < 5'000; ++i) {
        auto text = fullName(references.reference());
        const auto at = references.upTo(static_cast<int>(text.size()) - 1);
        text.insert(at, never[references.upTo(static_cast<int>(never.size()) - 1)]);
        const auto parsed = parseImageReference(text);
        ASSERT_FALSE(parsed) << text.toStdString();
        const auto position = u"(character %1)"_s.arg(at + 1);
        // A wrong character in the host can make it look like a path. The error then names the host's ":" or "["
        // instead.
        const bool inHost = at <= text.indexOf(u'/');
        EXPECT_TRUE(inHost ? parsed.error().message.contains("(character "_L1)
                           : parsed.error().message.contains(position))
            << text.toStdString() << " → " << parsed.error().message.toStdString();
    }
}

TEST(ImageReference, ParserHandlesAnyText)
{
    References references(kSeed + 2);
    for (int i = 0; i < 20'000; ++i) {
        const auto text = references.letters("a1A.:/@[]_- s", 0, 24);
        const auto parsed = parseImageReference(text);
        // Other hosts are skipped: only upper-case letters distinguish them from a path.
        if (parsed
            && (parsed->registry.contains(u'.') || parsed->registry.contains(u':')
                || parsed->registry == "localhost"_L1)) {
            const auto again = parseImageReference(familiarName(*parsed));
            ASSERT_TRUE(again) << text.toStdString();
            EXPECT_TRUE(*again == *parsed) << text.toStdString();
        }
    }
}

} // namespace
