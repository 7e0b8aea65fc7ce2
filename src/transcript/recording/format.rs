//! The names of what is read. It knows no format by its inside.

use std::fmt;

/// What wrote a file. Each is written into a transcript's front matter by its [`Display`](fmt::Display) name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// Paragraphs without speakers.
    #[default]
    Plain,
    /// Lines that begin with a name, as people and many recorders write them.
    Markdown,
    /// `WebVTT` of nobody in particular.
    Vtt,
    /// `WebVTT` with `<v Name>` tags.
    VoiceVtt,
    /// The audio transcript of a Zoom cloud recording.
    ZoomVtt,
    /// `WebVTT` from Teams or Stream.
    TeamsVtt,
    /// The captions of a Meet recording.
    MeetVtt,
    /// Captions that `YouTube` made by itself.
    YoutubeVtt,
    /// `SubRip`.
    Srt,
    /// `SubViewer`, as `YouTube` and Meet write it.
    Sbv,
    /// A table of Whisper's.
    WhisperTsv,
    /// What whisper.cpp prints.
    WhisperCpp,
    /// The page of Zoom's player, copied.
    ZoomWeb,
    /// Captions that Zoom saved beside a local recording.
    ZoomCaption,
    /// The Word document from Teams.
    TeamsDocx,
    /// The same as text, or the page of Teams' player, copied.
    TeamsText,
    /// The transcript or Gemini's notes of a Meet call, as a Word document.
    MeetDocx,
    /// The same as text or Markdown.
    MeetText,
    /// Text from Otter.
    Otter,
    /// Text from Fathom.
    Fathom,
    /// Text from Rev.
    Rev,
    /// A note of Granola's.
    Granola,
    /// JSON from Whisper or `WhisperX`.
    WhisperJson,
    /// JSON from whisper.cpp.
    WhisperCppJson,
    /// JSON from Fireflies.
    FirefliesJson,
    /// JSON from Fathom.
    FathomJson,
    /// JSON from Read.ai.
    ReadAiJson,
    /// JSON from Gong.
    GongJson,
    /// JSON from Grain.
    GrainJson,
    /// JSON from Otter.
    OtterJson,
    /// The cache of the Granola application.
    GranolaJson,
    /// JSON from Rev.
    RevJson,
    /// JSON from Amazon Transcribe.
    AwsJson,
    /// JSON from Google's Speech-to-Text.
    GoogleJson,
    /// JSON from Azure's batch transcription.
    AzureJson,
    /// JSON from `AssemblyAI`.
    AssemblyAiJson,
    /// JSON from Deepgram.
    DeepgramJson,
    /// JSON from Speechmatics.
    SpeechmaticsJson,
    /// JSON of the Podcast 2.0 namespace.
    PodcastJson,
    /// JSON of somebody else, with a text and a speaker in each of its parts.
    Json,
}

impl Format {
    /// The name of the same format when its lines were those of a Word document.
    pub(super) fn in_word(self) -> Self {
        match self {
            Self::TeamsText => Self::TeamsDocx,
            Self::MeetText => Self::MeetDocx,
            other => other,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
            Self::Vtt => "vtt",
            Self::VoiceVtt => "voice-vtt",
            Self::ZoomVtt => "zoom-vtt",
            Self::TeamsVtt => "teams-vtt",
            Self::MeetVtt => "meet-vtt",
            Self::YoutubeVtt => "youtube-vtt",
            Self::Srt => "srt",
            Self::Sbv => "sbv",
            Self::WhisperTsv => "whisper-tsv",
            Self::WhisperCpp => "whisper-cpp",
            Self::ZoomWeb => "zoom-web",
            Self::ZoomCaption => "zoom-caption",
            Self::TeamsDocx => "teams-docx",
            Self::TeamsText => "teams-text",
            Self::MeetDocx => "meet-docx",
            Self::MeetText => "meet-text",
            Self::Otter => "otter",
            Self::Fathom => "fathom",
            Self::Rev => "rev",
            Self::Granola => "granola",
            Self::WhisperJson => "whisper-json",
            Self::WhisperCppJson => "whisper-cpp-json",
            Self::FirefliesJson => "fireflies-json",
            Self::FathomJson => "fathom-json",
            Self::ReadAiJson => "read-ai-json",
            Self::GongJson => "gong-json",
            Self::GrainJson => "grain-json",
            Self::OtterJson => "otter-json",
            Self::GranolaJson => "granola-json",
            Self::RevJson => "rev-json",
            Self::AwsJson => "aws-json",
            Self::GoogleJson => "google-json",
            Self::AzureJson => "azure-json",
            Self::AssemblyAiJson => "assemblyai-json",
            Self::DeepgramJson => "deepgram-json",
            Self::SpeechmaticsJson => "speechmatics-json",
            Self::PodcastJson => "podcast-json",
            Self::Json => "json",
        })
    }
}
