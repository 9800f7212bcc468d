#pragma once

#include <QTextBrowser>

#include <memory>

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
    /// Also reverses the columns of tables where the layout is right to left. Call after each change of the text.
    void alignLeading();
    /// A copy of the document with all columns in the order in which they were written.
    [[nodiscard]] std::unique_ptr<QTextDocument> inOrder() const;

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
};

} // namespace lynceus
