#pragma once

#include "tests/layers/sourcetree.h"

#include <set>
#include <string>
#include <vector>

namespace lynceus {

/// All sources of app and core, read once.
[[nodiscard]] const std::vector<SourceFile> &product();

/// Violations of a rule without the exceptions in rules.h. An unused exception is a failure too.
class Findings
{
public:
    explicit Findings(std::string rule);
    ~Findings();
    Findings(const Findings &) = delete;
    Findings &operator=(const Findings &) = delete;

    /// @p path: the file or folder that violates the rule.
    void add(const std::string &path, const std::string &what);

private:
    std::string m_rule;
    std::set<std::string> m_excepted;
    std::set<std::string> m_unused;
};

} // namespace lynceus
