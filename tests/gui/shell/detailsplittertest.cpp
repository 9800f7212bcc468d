#include "app/gui/shell/detailsplitter.h"

#include "core/io/settings/windowmemory.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kNarrow = DetailSplitter::kWide - 1;

/// A splitter with a list and its details.
struct Divided
{
    explicit Divided(WindowMemory &memory)
        : splitter(memory)
    {
        splitter.addWidget(new QWidget(&splitter));
        splitter.addWidget(new QWidget(&splitter));
        splitter.resize(1'000, 1'000);
        splitter.recall(1'000);
        splitter.show();
    }

    [[nodiscard]] double share() const
    {
        const auto sizes = splitter.sizes();
        return double(sizes.front()) / double(sizes.front() + sizes.back());
    }

    DetailSplitter splitter;
};

class DetailSplitterTest : public testing::Test
{
protected:
    QTemporaryDir m_folder;
    WindowMemory m_memory{m_folder.filePath(u"window.json"_s)};
};

} // namespace

TEST_F(DetailSplitterTest, DetailsAreBelowOrBesideTheList)
{
    Divided divided(m_memory);
    EXPECT_EQ(divided.splitter.orientation(), Qt::Vertical);
    EXPECT_NEAR(divided.share(), 0.35, 0.02);
    divided.splitter.arrangeFor(DetailSplitter::kWide);
    EXPECT_EQ(divided.splitter.orientation(), Qt::Horizontal);
    divided.splitter.arrangeFor(kNarrow);
    EXPECT_EQ(divided.splitter.orientation(), Qt::Vertical);
}

TEST_F(DetailSplitterTest, EachLayoutKeepsItsSplit)
{
    {
        Divided divided(m_memory);
        divided.splitter.setSizes({200, 800});
        divided.splitter.arrangeFor(DetailSplitter::kWide);
        divided.splitter.setSizes({700, 300});
        divided.splitter.arrangeFor(kNarrow);
        EXPECT_NEAR(divided.share(), 0.2, 0.02);
        divided.splitter.arrangeFor(DetailSplitter::kWide);
        EXPECT_NEAR(divided.share(), 0.7, 0.02);
        divided.splitter.remember();
    }
    Divided next(m_memory);
    EXPECT_NEAR(next.share(), 0.2, 0.02);
    next.splitter.arrangeFor(DetailSplitter::kWide);
    EXPECT_NEAR(next.share(), 0.7, 0.02);
}

} // namespace lynceus
