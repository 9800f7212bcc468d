#include "app/gui/widgets/painting/icons.h"

#include "app/gui/widgets/painting/badge.h"
#include "app/gui/widgets/painting/stagemarks.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/theme.h"
#include "app/gui/widgets/text/versionstext.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

bool hasInk(const QPixmap &pixmap)
{
    const auto image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 200)
                return true;
        }
    }
    return false;
}

/// Kebab-case literals with the suffix _L1 that look like icon names, from all sources of the window that draw icons.
QSet<QString> namesInSources()
{
    static const QRegularExpression glyph(u"(?:glyph[A-Za-z]*\\(|paintGlyph\\([^,]+, ?|\\{)\"([a-z0-9-]+)\"_L1"_s);
    QSet<QString> names;
    QDirIterator files(QStringLiteral(LYNCEUS_SOURCE_DIR "/app/gui"), {u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        const auto code = QString::fromUtf8(file.readAll());
        if (!code.contains(u"glyph"_s, Qt::CaseInsensitive) && !code.contains(u"StateMark"_s))
            continue;
        auto matches = glyph.globalMatch(code);
        while (matches.hasNext())
            names.insert(matches.next().captured(1));
    }
    return names;
}

} // namespace

TEST(Icons, EachIsDrawnInTheRequestedColour)
{
    ASSERT_GT(glyphNames().size(), 80);
    for (const auto &name : glyphNames()) {
        const auto latin = name.toLatin1();
        const auto pixmap = glyphPixmap(QLatin1StringView(latin), QColor(0xb3261e), 16, 2);
        EXPECT_EQ(pixmap.size(), QSize(32, 32));
        ASSERT_TRUE(hasInk(pixmap)) << latin.constData();
        const auto image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const auto colour = image.pixelColor(x, y);
                if (colour.alpha() == 255) // smoothed edges may differ slightly
                    ASSERT_NEAR(colour.red() + colour.green() + colour.blue(), 0xb3 + 0x26 + 0x1e, 4)
                        << latin.constData();
            }
        }
    }
}

TEST(Icons, AllReferencedIconsExist)
{
    const auto known = glyphNames();
    const auto named = namesInSources();
    EXPECT_GT(named.size(), 10);
    for (const auto &name : named)
        EXPECT_TRUE(known.contains(name)) << qPrintable(name);
}

TEST(Icons, EachIsUsed)
{
    static const QRegularExpression literal(u"\"([a-z0-9-]+)\""_s);
    QSet<QString> named;
    QDirIterator files(QStringLiteral(LYNCEUS_SOURCE_DIR "/app/gui"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        auto matches = literal.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            named.insert(matches.next().captured(1));
    }
    for (const auto &name : glyphNames())
        EXPECT_TRUE(named.contains(name)) << qPrintable(name);
}

TEST(Icons, AreSharpAtTwoHundredPercent)
{
    const auto pixmap = glyphIcon("heart"_L1).pixmap(QSize(16, 16), 2);
    EXPECT_EQ(pixmap.size(), QSize(32, 32));
    EXPECT_EQ(pixmap.devicePixelRatio(), 2);
}

TEST(StateMarks, DistinguishStatesWithoutColour)
{
    // Two states of one column must not share both shape and text.
    QSet<QString> seen;
    for (const auto status : {HealthStatus::Healthy, HealthStatus::Suspended, HealthStatus::Progressing,
                              HealthStatus::Missing, HealthStatus::Degraded, HealthStatus::Unknown}) {
        const auto mark = markOf(status);
        EXPECT_TRUE(glyphNames().contains(QString(mark.glyph)));
        EXPECT_FALSE(seen.contains(mark.glyph)) << mark.glyph.data();
        seen.insert(mark.glyph);
        EXPECT_FALSE(mark.word.isEmpty());
    }
}

TEST(StageMarks, DescribeProgressAndState)
{
    Verdict verdict{.stage = Stage::Applied};
    EXPECT_EQ(
        stageMarks(verdict),
        (StageMarks{StageMark::Reached, StageMark::Reached, StageMark::Working, StageMark::ToCome, StageMark::ToCome}));
    EXPECT_EQ(textOf(stageMarks(verdict)), u"Noticed, Applied, Rolling: working"_s);
    verdict.blocker = Blocker{.kind = Blocker::Kind::AutoSyncOff};
    EXPECT_EQ(stageMarks(verdict)[2], StageMark::Blocked);
    verdict.cause = Cause{};
    EXPECT_EQ(stageMarks(verdict)[2], StageMark::Failing);
    verdict.outcome = Outcome::Superseded;
    EXPECT_EQ(stageMarks(verdict)[2], StageMark::Stopped);
    verdict = {.outcome = Outcome::Deployed, .stage = Stage::Stable};
    EXPECT_EQ(stageMarks(verdict)[4], StageMark::Reached);
}

TEST(StageMarks, PendingStagesAreOutlinedAndVisibleOnASelectedRow)
{
    const StageMarks marks{StageMark::Reached, StageMark::Working, StageMark::ToCome, StageMark::ToCome,
                           StageMark::ToCome};
    for (const bool dark : {false, true}) {
        const auto palette = paletteFor({}, dark);
        const auto tones = tonesOf(palette);
        for (const auto &ground : {tones.panel, tones.selection}) {
            QImage image(220, 44, QImage::Format_RGB32);
            image.fill(ground);
            QPainter painter(&image);
            const QRectF place(10, 5, 200, 34);
            paintStages(&painter, place, marks, palette, Qt::LeftToRight);
            painter.end();
            const QPoint centre(int(place.right() - 7.5), 22); // of the last stage
            EXPECT_EQ(image.pixelColor(centre).rgb(), ground.rgb()) << "hollow";
            double strongest = 1;
            for (int x = centre.x() - 8; x < centre.x() - 4; ++x)
                strongest = std::max(strongest, contrastBetween(image.pixelColor(x, centre.y()), ground));
            EXPECT_GE(strongest, 2.5) << dark << ' ' << ground.name().toStdString();
        }
    }
}

TEST(VersionsText, KeepsTheAwaitedVersion)
{
    const QFontMetrics metrics(QApplication::font());
    const auto fitted = [&](const QString &text, const QString &room) {
        return fittedVersions(text, metrics, metrics.horizontalAdvance(room));
    };
    const auto text = u"2.0.0, 2.1.0-rc.1 → 2.1.0"_s;
    EXPECT_EQ(fitted(text, text), text);
    const auto narrow = fitted(text, u"2.0.0, 2.1 → 2.1.0"_s);
    EXPECT_TRUE(narrow.startsWith(u"2.0.0"_s) && narrow.endsWith(u"… → 2.1.0"_s)) << narrow.toStdString();
    EXPECT_EQ(fitted(text, u"2 → 2.1.0"_s), u"→ 2.1.0"_s);
    const auto long_ = fitted(u"1.5.0 → 1.6.0-feature-of-a-long-name-4711"_s, u"→ 1.6.0-feature-4711"_s);
    EXPECT_TRUE(long_.startsWith(u"→ 1.6"_s) && long_.endsWith(u"4711"_s)) << long_.toStdString();
    for (int width = 0; width < metrics.horizontalAdvance(text) + 10; ++width)
        EXPECT_LE(metrics.horizontalAdvance(fittedVersions(text, metrics, width)), std::max(width, 0)) << width;
}

TEST(VersionsText, ManyVersionsHaveOneEllipsisAtEachWidth)
{
    const QFontMetrics metrics(QGuiApplication::font());
    const auto text = u"1.0.0 … 10 (77)"_s;
    QStringList seen;
    for (int width = metrics.horizontalAdvance(text); width >= metrics.averageCharWidth() * 3; --width) {
        const auto fitted = fittedVersions(text, metrics, width);
        EXPECT_LE(fitted.count(u'…'), 1) << fitted.toStdString();
        EXPECT_LE(metrics.horizontalAdvance(fitted), width) << fitted.toStdString();
        if (!seen.contains(fitted))
            seen.append(fitted);
    }
    EXPECT_TRUE(seen.contains(u"…10 (77)"_s))
        << "the newest version is shortened last" << seen.join(u'|').toStdString();
    EXPECT_TRUE(seen.contains(u"…(77)"_s)) << seen.join(u'|').toStdString();
}

TEST(StageMarks, AreHitInBothLayoutDirections)
{
    const QRectF place(100, 10, 200, 34);
    EXPECT_EQ(stageAt(place, {107, 27}, Qt::LeftToRight), 0);
    EXPECT_EQ(stageAt(place, {107, 27}, Qt::RightToLeft), 4);
    EXPECT_EQ(stageAt(place, {200, 27}, Qt::LeftToRight), 2);
    EXPECT_EQ(stageAt(place, {130, 27}, Qt::LeftToRight), -1);
}

TEST(InstanceBadge, NewInstancesGetDistinctColours)
{
    QStringList used;
    for (int count = 0; count < instanceColours().size(); ++count) {
        const auto colour = freeInstanceColour(used);
        EXPECT_FALSE(used.contains(colour));
        used.push_back(colour);
    }
    EXPECT_TRUE(instanceColours().contains(freeInstanceColour(used))); // all colours are in use, so one is reused
}

} // namespace lynceus
