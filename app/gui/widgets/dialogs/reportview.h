#pragma once

#include <QTextBrowser>

namespace lynceus {

/// Shows formatted text that may contain untrusted input. Loads no files or URLs and follows no links; handle
/// anchorClicked() to open them.
class ReportView final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit ReportView(QWidget *parent = nullptr);

    /// Replaces the thick borders that Qt gives Markdown tables with thin ones. Call after each change of the text.
    void frameTables();
    /// Aligns paragraphs and tables with the layout direction; by default Qt aligns each by the direction of its text.
    /// Call after each change of the text.
    void alignLeading();

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;
};

} // namespace lynceus
