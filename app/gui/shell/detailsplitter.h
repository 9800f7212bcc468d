#pragma once

#include <QSplitter>

namespace lynceus {

class WindowMemory;

/// The list above and its details below, or side by side where the window is wide enough. Each of the two arrangements
/// has a division of its own that the user chose.
class DetailSplitter final : public QSplitter
{
    Q_OBJECT
public:
    /// From this width of the window on, list and details stand side by side; px at 100 %.
    static constexpr int kWide = 1700;

    /// @p memory outlives it.
    explicit DetailSplitter(WindowMemory &memory, QWidget *parent = nullptr);

    /// As remembered, else as for a window of @p height px.
    void recall(int height);
    void remember() const;
    /// The window is @p width px wide now.
    void arrangeFor(int width);

private:
    [[nodiscard]] QLatin1StringView key() const;

    WindowMemory &m_memory;
};

} // namespace lynceus
